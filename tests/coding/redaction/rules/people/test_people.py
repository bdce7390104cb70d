import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    "name",
    [
        "Danuta Ferris", "Ngozi Eze", "Gwenllian ap Rhys", "Shanelle Okafor-Byrne", "Mary J Blyth",
        "Siobhán", "Ellie-Mae", "Mohammed bin Yusuf", "Xiao Ming", "danuta ferris", "olivia brown",
    ],
)  # fmt: skip
def test_a_name_is_taken_whole(name):
    assert found(f"i asked {name} for them") == [(name, "person")]


def test_a_name_ends_where_its_possessive_does():
    assert found("Olivia's Head was kind") == [("Olivia", "person")]


def test_every_later_mention_is_found_in_small_letters_too():
    text = "Zubayr was out. Nobody asked zubayr or his friends about zubayrs views"
    assert [words for words, _ in found(text)] == ["Zubayr", "zubayr", "zubayrs"]


def test_an_earlier_mention_is_found_too():
    assert len(found("mum of danutka here. My daughter Danutka is nine")) == 2


def test_a_surname_alone_is_found_once_the_name_was_said():
    text = "Ask Emma Brown. Then Brown asked for brown paper."
    assert found(text) == [("Emma Brown", "person"), ("Brown", "person")]


def test_a_word_that_was_a_name_once_stays_a_word_in_small_letters():
    assert found("We asked Will and he will ring") == [("Will", "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("as Coach Ferdi said", "Coach Ferdi"), ("tia Célia from the kitchen", "tia Célia"),
        ("Bushra baji minded them", "Bushra baji"), ("it had harley quigg on it", "harley quigg"),
        ("got told by gemma t that", "gemma t"), ("senco said little m was fine", "little m"),
        ("BRAYDEN-LEE IS NOT NAUGHTY HE IS TIRED", "BRAYDEN-LEE"), ("abis mum here", "abi"),
        ("long time for Zi to see", "Zi"), ("told rich would email me", "rich"),
        ("honestly tyreese sat there", "tyreese"), ("Skye and Amber-Rose came", "Amber-Rose"),
    ],
)  # fmt: skip
def test_a_name_is_found_with_what_belongs_to_it(text, name):
    assert (name, "person") in found(text)


@pytest.mark.parametrize(
    "text",
    ["the sky is grey", "i hope they will", "rich in detail", "a bill for it", "the chase goes on"],
)
def test_names_that_are_words_stay_where_they_are_words(text):
    assert found(text) == []
