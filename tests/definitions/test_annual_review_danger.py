"""The families' danger list finds what families might write. Every sentence here is made-up."""

import pytest

from analysis.coding.danger import danger_level
from analysis.definitions.danger import load_danger
from tests.surveys.folders import REAL

DANGER = [
    "She's making plans to kill herself",
    "my boy say want die every night",
    "He doesn't want to be here any more",
    "dnt want 2 be here",
    "I found her with a ligature round her neck",
    "She took a load of paracetamol",
    "hes cutting his arms again and school no about it",
    "slf harming agn",
    "There are bruises on her arms after respite",
    "the escort grabbed him by the neck and left marks on his skin",
    "Her dad hits her when she has a meltdown",
    "he beat me and the children",
    "an adult at the school smacked him",
    "The driver touched him where he should not",
    "He is being groomed online",
    "I can’t keep him safe from his brother",
    "I'm scared he'll kill someone",
    "i am frightened of what i will do if i get no help",
    "Some nights they would all be better off without me",
    "she ran in front\nof a bus",
    "He carries a knife",
    "There are things going on at home that I can't write here",
]
WELFARE = [
    "They hold him down when he is upset",
    "school restrained her twice and didnt tell us",
    "he was locked in the sensory room for an hour",
    "they put her in isolation for days",
    "nobody gave her the midday insulin",
    "School missed his epilepsy medicine",
    "they left her in a wet pad until home time",
    "he has not been to school since september and gets nothing",
    "No school place for a year",
    "hes sat at home all day no tutor nothing",
    "off rolled by the academy and forgotten",
    "He got out of the school gate and nobody saw",
]
ORDINARY = [
    "It was a good meeting and we felt listened to",
    "He wants to live with friends when he is older",
    "She wants to live her own life",
    "They hit all of his targets this year",
    "I had to fight for every hour",
    "The council dragged their feet",
    "He feels safe at school now",
    "The deadline was missed again",
    "It broke my heart to read it",
    "they beat around the bush",
    "The report was late and the plan is out of date",
    "no one from the council came",
    "I am exhausted",
    "we were given no choice of place",
    "She loves her teacher and her art club",
    "We want to do away with so many forms",
]


@pytest.fixture(scope="module")
def danger_list():
    return load_danger(REAL)


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_found(danger_list, text):
    assert danger_level([text], danger_list) == "danger"


@pytest.mark.parametrize("text", WELFARE)
def test_a_worry_about_welfare_is_found(danger_list, text):
    assert danger_level([text], danger_list) is not None


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_left_alone(danger_list, text):
    assert danger_level([text], danger_list) is None
