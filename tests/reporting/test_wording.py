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


def test_a_stage_says_how_many_more_met_a_problem(survey):
    wide = compared("W4", side(20, 40), side(20, 40), (-0.05, 0.14), kind="stage")

    assert "from 14 fewer to 5 more" in comparison_sentence(wide, survey, Audience.FORUM)


def test_what_is_not_compared_is_told_within_each_process(survey):
    told = comparison_sentence(compared("", side(12, 18), side(20, 40)), survey, Audience.FORUM)

    assert "12 of 18 new swimmers agreed." in told
    assert "About 50 in every 100 old swimmers agreed" in told
