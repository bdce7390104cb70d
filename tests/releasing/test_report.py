"""What each audience is let see of a whole tally: the draw of two answers, and only with them."""

from datetime import UTC, datetime

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.report import NOT_COMPARED, Audience, Shown
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
