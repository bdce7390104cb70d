"""What is said of made-up counts, from tally to verdict."""

from dataclasses import replace

import pytest

from analysis.definitions.loading import load_survey
from analysis.definitions.survey import Survey
from analysis.evidence.comparing.findings import Terms, find_measures
from analysis.evidence.counting.counts import Journey, Tally
from analysis.report import Tier
from tests.counts import counts
from tests.definitions.small import write_survey

NOBODY = Journey(0, {}, {})
OPEN = {(item, arm): Tier.FULL for item in "AB" for arm in ("pilot", "old", "unclear")}


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    return load_survey(write_survey(tmp_path_factory.mktemp("small")))


def find(survey, pilot, old, unclear=None, openings=OPEN, margin=None, eligible=None, item="A"):
    arms = {"pilot": pilot, "old": old, "unclear": unclear or counts(0, 0)}
    items = {(item, arm): found for item in "AB" for arm, found in arms.items()}
    tally = Tally({}, {}, items, {}, {}, {"pilot": NOBODY}, {}, {}, {}, {})
    return find_measures(
        tally, survey, Terms(openings, seed=7, margin=margin, eligible=eligible or {})
    )[item == "B"]


GOOD, POOR = counts(54, 6, settings=12), counts(18, 42, settings=12)


def test_a_clear_difference_is_said_and_its_mirror_too(survey):
    better, worse = find(survey, GOOD, POOR), find(survey, POOR, GOOD)

    assert (better.verdict.rule, better.verdict.direction) == ("W7", "more")
    assert (worse.verdict.rule, worse.verdict.direction) == ("W7", "less")


def test_the_same_seed_finds_the_same(survey):
    assert find(survey, GOOD, POOR) == find(survey, GOOD, POOR)


def test_unclear_replies_that_could_change_it_are_said(survey):
    many = counts(80, 40, settings=6)

    assert "WU" in find(survey, GOOD, POOR, many).verdict.also


def test_one_large_setting_and_unclear_replies_are_both_said(survey):
    one_large = replace(GOOD, cells=((0, 35, 33), *((n, 3, 2) for n in range(1, 9))), apart=(1, 1))
    many = counts(80, 40, settings=6)

    assert find(survey, one_large, POOR, many).verdict.also == ("WL", "WU")


def test_few_unclear_replies_that_change_nothing_are_not(survey):
    few = counts(1, 1, settings=2)

    assert find(survey, GOOD, POOR, few).verdict.also == ()


def test_a_closed_base_is_never_looked_at(survey):
    closed = OPEN | {("A", "pilot"): Tier.CLOSED}
    found = find(survey, GOOD, POOR, openings=closed)

    assert (found.verdict.rule, found.pilot_share, found.view.difference) == ("W0", None, None)


def test_an_item_that_is_not_compared_has_no_rule(survey):
    pages = tuple(_not_compared(page) for page in survey.pages)
    parts = {name: getattr(survey, name) for name in Survey.model_fields}
    apart = Survey.model_validate({**parts, "pages": pages})

    assert find(apart, GOOD, POOR).verdict.rule is None


def _not_compared(page):
    items = tuple(item.model_copy(update={"compared": False}) for item in page.items)
    return page.model_copy(update={"items": items})


def test_an_open_question_says_how_many_more_replies_would_help(survey):
    found = find(survey, counts(20, 20, settings=8), counts(22, 18, settings=8))

    assert found.verdict.rule == "W2"
    assert found.replies_needed % 10 == 0
    assert found.replies_needed > 100


WIDE = counts(20, 20, settings=8), counts(22, 18, settings=8)


def test_replies_are_needed_from_more_settings_where_settings_differ(survey):
    apart = counts(20, 20, settings=8)
    apart = replace(apart, cells=tuple((n, 5, 5 * (n % 2)) for n in range(8)))

    assert not find(survey, *WIDE).from_settings
    assert find(survey, apart, WIDE[1]).from_settings


def test_nobody_is_asked_for_more_replies_than_there_are_families(survey):
    found = find(survey, *WIDE, eligible={"pilot": 60, "old": 900})

    assert found.replies_needed is None
    assert 0.10 < found.at_best < 0.2


EARLY = replace(POOR, answers={"yes": 18, "no": 42, "not_due": 7})


def test_of_a_time_limit_it_is_said_that_it_has_not_passed_for_all(survey):
    limit = find(survey, GOOD, EARLY, item="B")

    assert "WT2" in limit.verdict.also
    assert "WT2" not in find(survey, GOOD, POOR, item="B").verdict.also


def test_what_is_no_time_limit_knows_nobody_who_is_early(survey):
    assert find(survey, GOOD, EARLY).verdict.also == ()


def test_of_a_closed_base_nobody_is_said_to_be_early(survey):
    closed = OPEN | {("B", "old"): Tier.CLOSED}

    assert find(survey, GOOD, EARLY, openings=closed, item="B").verdict.also == ()


def test_who_waited_longer_than_the_limit_is_said_of_the_process_it_is_true_of(survey):
    found, mirrored = (find(survey, *two, item="B") for two in ((GOOD, POOR), (POOR, GOOD)))

    assert (found.verdict.also, found.verdict.waited) == (("WT1",), "old")
    assert (mirrored.verdict.also, mirrored.verdict.waited) == (("WT1",), "pilot")
