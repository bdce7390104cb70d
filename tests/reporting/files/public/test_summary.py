from dataclasses import replace

import pytest

from analysis.report import AimCard, Hidden, Shown, Why
from analysis.reporting.files.public.summary import (
    easy_sentence,
    summary,
    summary_of,
    who_replied,
    words,
)
from analysis.reporting.wording import sentences
from tests.definitions.test_reading_age import grade
from tests.reporting.files.made import WARM, public

HARDEST = 5.0  # of easy words: a year below the hardest of the survey


def of(*rules):
    """Return a public report with an aim a rule; "W6-" says less likely."""
    cards = []
    for number, rule in enumerate(rules):
        direction = {"+": "more", "-": "less"}.get(rule[-1])
        one = replace(WARM, rule=rule.rstrip("+-"), direction=direction)
        cards.append(AimCard(f"W{number}", f"Aim {number}", one, (one,)))
    return public(aims=tuple(cards))


def test_where_nothing_can_be_told_one_sentence_says_so(survey):
    assert summary(of("W1", "W2", "W4"), survey) == (
        "So far we can't tell if the new way is better or worse for families than the old way. "
        "That holds for all 3 aims."
    )


def test_what_can_be_told_is_told_by_how_many_aims(survey):
    assert summary(of("W7+", "W6+", "W6-", "W3", "W2"), survey) == (
        "On 2 of the 5 aims, new swimmers were more likely to tell us that it went well. "
        "On 1 of the 5 aims, new swimmers were less likely to tell us that it went well. "
        "On 1 of the 5 aims, the two are about the same. On the other one we can't tell yet."
    )


@pytest.mark.parametrize("direction", "+-")
@pytest.mark.parametrize("rule", ["W5", "W1e"])
def test_a_difference_that_may_be_luck_is_no_longer_nothing_at_all(survey, rule, direction):
    assert summary(of(f"{rule}{direction}", "W2", "W1"), survey) == (
        "On 1 of the 3 aims there may be a difference. But that may be luck, so we are not sure "
        "yet. On the other 2 we can't tell yet."
    )


def test_where_all_gave_the_same_answer_that_is_said(survey):
    assert summary(of("W3s", "W4"), survey) == (
        "On 1 of the 2 aims, all or almost all gave the same answer. "
        "On the other one we can't tell yet."
    )


def test_worse_is_said_in_the_very_words_of_better(survey):
    better, worse = summary(of("W7+", "W2"), survey), summary(of("W7-", "W2"), survey)

    assert worse == better.replace("more likely", "less likely")


def test_every_rule_has_its_easy_words(survey):
    rules = [*sentences()["rules"], ""]
    said = [
        easy_sentence(replace(WARM, rule=rule, direction=direction), survey)
        for rule in rules
        if rule != "W0h"  # of themes: none stands on the public page
        for direction in ("more", "less", None)
    ]

    assert all(said)


@pytest.mark.parametrize("rule", ["W6", "W7"])
def test_easy_words_say_fewer_where_it_went_worse(survey, rule):
    more, less = (
        easy_sentence(replace(WARM, rule=rule, direction=direction), survey)
        for direction in ("more", "less")
    )

    assert less == more.replace("more", "fewer")


def test_easy_words_are_easy(survey):
    lines = [*words()["found"].values(), *words()["easy"].values()]
    plain = [line for line in lines if isinstance(line, str)] + words()["easy"]["caution"]

    assert {line: grade(line) for line in plain if grade(line) > HARDEST} == {}


def test_who_replied_is_told_where_both_may_be_counted(survey):
    few = Hidden(Why.UNDER_30)
    shown = public(by_process=(("pilot", Shown(45, 45)), ("old", Shown(60, 60)), ("unclear", few)))
    hidden = replace(shown, by_process=(("pilot", few), ("old", Shown(60, 60))))

    assert who_replied(shown, survey, "page").startswith("45 new swimmers and 60 old swimmers")
    assert who_replied(hidden, survey, "page").startswith("Fewer than 30 families")
    assert not [word for word in who_replied(hidden, survey, "easy").split() if word.isdigit()]


def test_the_questions_of_an_aim_are_told_together_in_the_same_way(survey):
    questions = [card.headline for card in of("W7+", "W2", "W4").aims]
    within = replace(WARM, rule="")  # which is not compared, and so not counted

    assert summary_of([*questions, within], "questions", survey) == (
        "On 1 of the 3 questions, new swimmers were more likely to tell us that it went well. "
        "On the other 2 we can't tell yet."
    )


def test_one_comparison_alone_is_told_by_its_own_sentence(survey):
    assert summary_of([WARM], "questions", survey) == WARM.sentence
