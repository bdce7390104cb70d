from dataclasses import replace

import pytest

from analysis.definitions.loading import load_survey
from analysis.report import Audience, Comparison, Hidden, Shown, Side, Why
from analysis.reporting.wording import comparison_sentence
from tests.definitions.small import write_survey


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    return load_survey(write_survey(tmp_path_factory.mktemp("small")))


def side(count, base, settings=9):
    share = Shown(count / base, base, (0.1, 0.9)) if base >= 30 else Hidden(Why.UNDER_30)
    return Side(Shown(count, base), share, Shown(settings, base))


def compared(rule, pilot, old, ends=None, **more):
    difference = Shown(0.0, 30, ends) if ends else Hidden(Why.UNDER_10)
    kind = more.pop("kind", "item")
    return Comparison("A", kind, "?", "agreed", None, False, pilot, old, difference, rule, **more)


def test_too_few_replies_say_so_and_no_number_under_ten(survey):
    said = comparison_sentence(compared("W0", side(1, 40), side(1, 40)), survey, Audience.FORUM)

    assert said == (
        "We can't show this yet. We need at least 10 replies about the new way and 10 about the "
        "old way, so that no family can be picked out."
    )


def test_few_replies_are_said_in_counts(survey):
    said = comparison_sentence(compared("W1", side(12, 18), side(20, 41)), survey, Audience.FORUM)

    assert said.startswith("12 of 18 new swimmers agreed, and 20 of 41 in the old way.")


def test_the_public_reads_few_replies_without_counts(survey):
    said = comparison_sentence(compared("W1", side(12, 18), side(20, 41)), survey, Audience.PUBLIC)

    assert "12" not in said


def test_replies_from_few_settings_say_from_how_many(survey):
    few = compared("W1s", side(12, 18, settings=2), side(20, 41), settings_few="pilot")

    assert "All the new replies come from 2 pools" in comparison_sentence(
        few, survey, Audience.FORUM
    )


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((-0.123, 0.301), "from 13 fewer to 31 more"),
        ((0.0, 0.3), "from 0 to 30 more"),
        ((0.02, 0.305), "from 2 more to 31 more"),
    ],
)
def test_a_range_is_rounded_outward_and_runs_from_low_to_high(survey, ends, said):
    wide = compared("W2", side(20, 40), side(20, 40), ends, replies_needed=Shown(150, 40))

    assert said in comparison_sentence(wide, survey, Audience.FORUM)


def test_a_stage_says_how_many_more_got_through(survey):
    wide = compared("W4", side(20, 40), side(20, 40), (-0.05, 0.14), kind="stage")

    said = comparison_sentence(wide, survey, Audience.FORUM)
    assert "from 5 fewer to 14 more without a problem here" in said


@pytest.mark.parametrize(("count", "says"), [(0, "None or almost none"), (40, "All or almost all")])
def test_a_theme_that_all_or_none_wrote_of_is_no_answer_that_all_gave(survey, count, says):
    one = compared("W3s", side(count, 40), side(count, 40), (-0.1, 0.1), kind="code")

    for audience in Audience:
        assert comparison_sentence(one, survey, audience).startswith(says)


@pytest.mark.parametrize("kind", ["item", "stage"])
@pytest.mark.parametrize("rule", ["W6", "W7"])
def test_worse_is_said_in_the_very_words_of_better(survey, rule, kind):
    better = compared(rule, side(30, 40), side(9, 40), (0.11, 0.34), kind=kind, direction="more")
    worse = compared(rule, side(9, 40), side(30, 40), (-0.34, -0.11), kind=kind, direction="less")
    said = [comparison_sentence(one, survey, Audience.FORUM) for one in (better, worse)]

    mirrored = said[0].replace("more likely", "less likely").replace("34 more", "34 fewer")
    assert said[1] == mirrored
    assert "between 11 and 34" in said[1]


def test_replies_that_could_not_be_placed_are_said_after_the_sentence(survey):
    wide = compared("W4", side(20, 40), side(20, 40), (-0.1, 0.1), also=("WU",))
    counted = compared(
        "W4", side(20, 40), side(20, 40), (-0.1, 0.1), also=("WU",), unplaced=Shown(12, 12)
    )

    assert "Some replies could not be placed." in comparison_sentence(wide, survey, Audience.FORUM)
    assert "12 replies could not be placed." in comparison_sentence(counted, survey, Audience.FORUM)


def test_what_is_not_compared_is_told_within_each_process(survey):
    told = comparison_sentence(compared("", side(12, 18), side(20, 40)), survey, Audience.FORUM)

    assert "12 of 18 new swimmers agreed." in told
    assert "About 50 in every 100 old swimmers agreed" in told


def early(number, count=20, base=40):
    return replace(side(count, base), early=Shown(number, base))


def limit(pilot, old, also, **more):
    found = compared("W4", pilot, old, (-0.1, 0.1), also=also, **more)
    return replace(found, measure="B")


@pytest.mark.parametrize(
    ("pilot", "old", "said"),
    [
        (early(5), early(4), "9 families are still inside the 2-week limit, so they are not"),
        (early(1), side(20, 40), "1 reply is still inside the 2-week limit, so it is not"),
        (side(20, 40), early(3), "3 families are still inside the 2-week limit"),
    ],
)
def test_families_inside_the_limit_are_said_not_to_be_late(survey, pilot, old, said):
    told = comparison_sentence(limit(pilot, old, ("WT2",)), survey, Audience.FORUM)

    assert f"every 100. {said}" in told


@pytest.mark.parametrize(
    ("waited", "who"), [("pilot", "new swimmers"), ("old", "old swimmers"), ("both", "families")]
)
def test_who_waited_is_said_in_the_same_words_of_either_process(survey, waited, who):
    found = limit(side(9, 40), side(9, 40), ("WT1",), waited=waited)

    told = comparison_sentence(found, survey, Audience.PUBLIC)
    assert told.endswith(f"More than half of {who} had still not had it after 2 weeks.")


def test_a_limit_that_is_told_within_each_process_says_who_is_inside_it(survey):
    found = replace(limit(early(5), early(4), ("WT2",)), rule="")

    assert comparison_sentence(found, survey, Audience.FORUM).endswith("not counted as late.")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (Why.NEARLY_ALL, "All or almost all new swimmers agreed (40 replied)."),
        (Why.NEARLY_NONE, "None or almost none of the new swimmers agreed (40 replied)."),
    ],
)
def test_what_nearly_all_or_none_said_is_told_within_a_process_without_a_number(survey, why, said):
    nearly = replace(side(39, 40), share=Hidden(why))
    told = comparison_sentence(compared("", nearly, side(20, 40)), survey, Audience.PUBLIC)

    assert told.startswith(said)


def test_a_count_of_nobody_is_said_in_a_word(survey):
    first = compared("W1", side(0, 18), side(20, 41))
    second = compared("W1", side(12, 18), side(0, 41))

    assert comparison_sentence(first, survey, Audience.FORUM).startswith(
        "None of the 18 new swimmers agreed, and 20 of 41 in the old way."
    )
    assert "12 of 18 new swimmers agreed, and none of the 41 in the old way." in (
        comparison_sentence(second, survey, Audience.FORUM)
    )
    within = comparison_sentence(compared("", side(0, 18), side(3, 9)), survey, Audience.FORUM)
    assert within.startswith("None of the 18 new swimmers agreed.")


@pytest.mark.parametrize(("base", "number"), [(20, 6), (45, 12)])
def test_a_theme_that_nobody_wrote_of_may_still_be_there(survey, base, number):
    found = compared("W4", side(0, base), side(9, 45), (-0.1, 0.1), kind="code")
    sure = replace(found, pilot=replace(found.pilot, share=Shown(0, base, (0, 1 / (number + 0.5)))))

    expected = (
        f"Nobody wrote of this in the new way. With {base} read, it could still be up to about"
        f" 1 in {number}."
    )
    told = comparison_sentence(sure if base > 29 else found, survey, Audience.FORUM)
    assert told.endswith(expected)
    assert "Nobody wrote" not in comparison_sentence(found, survey, Audience.PUBLIC)
