"""What each audience is let see of a whole tally: the draw of two answers, and only with them."""

from datetime import UTC, datetime

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.report import NOT_COMPARED, Audience, Shown
from tests.report_parts import parts_of
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    place = tmp_path_factory.mktemp("report")
    init(place / "data", outside_folder(place), "a passphrase for tests", "test", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, OUTSIDE_ANSWERS / "answers.csv")
    return rebuild(folder, NOW)


@pytest.mark.parametrize("audience", [Audience.FORUM, Audience.COUNCIL])
def test_those_signed_in_see_how_often_the_pilots_answer_is_the_better_one(reports, audience):
    for card in reports[audience].aims:
        shown = card.headline.standing
        assert isinstance(shown, Shown)
        assert 0 <= shown.range[0] <= shown.value <= shown.range[1] <= 1


def test_the_public_does_not(reports):
    assert {card.headline.standing for card in reports[Audience.PUBLIC].aims} == {NOT_COMPARED}


def test_it_is_drawn_only_of_questions_whose_answers_stand_in_an_order(reports):
    kinds = {
        measure.measure[0]
        for card in reports[Audience.FORUM].aims
        for measure in card.measures
        if measure.standing != NOT_COMPARED
    }

    assert kinds == {"A"}


def test_change_within_a_family_is_counted_by_what_its_answers_mean_there(reports):
    change = reports[Audience.FORUM].change
    families = change.pilot.families
    told = {answer.key: answer.families.value for answer in change.pilot.answers}

    assert families.value == told["much_better"] + told["a_little_better"]
    assert families.base == sum(told.values()) - told.get("no_earlier_review", 0) - told.get(
        "skipped", 0
    )


def test_change_within_a_family_is_no_measure_of_the_comparison(reports):
    report = reports[Audience.FORUM]
    measures = {m.measure for card in report.aims for m in card.measures}

    assert report.change.measure not in measures | {m.measure for m in report.others}


def test_what_was_decided_is_told_of_every_family_once(reports):
    for question in reports[Audience.FORUM].crossings[0].questions:
        for kind in question.kinds:
            shown = [f for _, f in kind.answers if isinstance(f, Shown)]
            if len(shown) == len(kind.answers):
                assert sum(figure.value for figure in shown) == shown[0].base


def test_the_council_sees_of_a_table_what_its_questions_figures_let_it_see(reports):
    """Fewer than ten pilot families had an answer to what they asked for."""
    council, forum = (reports[a].crossings[0].questions for a in (Audience.COUNCIL, Audience.FORUM))

    for mine, theirs in zip(council, forum, strict=True):
        assert set(mine.kinds) <= set(theirs.kinds)
    assert {kind.process for kind in council[0].kinds} == {"pilot", "old"}


def test_the_public_sees_no_table_by_kind_of_review(reports):
    assert reports[Audience.PUBLIC].crossings == ()


def test_stop_signs_that_are_not_agreed_are_named_and_not_read(reports):
    assert {sign.state for sign in reports[Audience.FORUM].stop_signs} == {"not_agreed"}


@pytest.mark.parametrize("audience", Audience)
def test_a_total_is_the_sum_of_its_parts_as_they_are_shown(reports, audience):
    report = reports[audience]
    parts = [figure.value for _, figure in report.by_process if isinstance(figure, Shown)]

    assert getattr(report.families, "value", 0) == sum(parts)


def test_no_number_of_families_leaves_for_the_public_to_the_last_one(reports):
    figures = [*parts_of(reports[Audience.PUBLIC], Shown)]

    assert figures
    assert {figure.base % 5 for figure in figures} == {0}
