"""How many wrote "nothing" and the like, through the gate."""

import shutil
from dataclasses import replace

import pytest

from analysis.definitions.loading import load_survey
from analysis.evidence.counting.themes import NO_THEMES
from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.releasing.themes import release_written
from analysis.report import Audience, Hidden, Shown
from analysis.steps import Steps, step_themes
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock
from tests.app.staff.made import KIND, LATE, NOW, PASSPHRASE, write_answers
from tests.surveys.folders import LIBRARY

SURVEY = load_survey(LIBRARY)


def cells(answered, wrong=0, good=0, neither=0):
    return {
        "answered": answered,
        "nothing_wrong": wrong,
        "nothing_good": good,
        "nothing_said": neither,
    }


def themes(**written):
    return replace(NO_THEMES, written=written)


def released(*numbers, audience=Audience.COUNCIL):
    [one] = release_written(themes(liked=cells(*numbers)), SURVEY, audience)
    told = [k.families.value if isinstance(k.families, Shown) else None for k in one.kinds]
    return (one.wrote.value if isinstance(one.wrote, Shown) else None), told


def test_kinds_of_enough_families_are_told():
    assert released(20, 12, 0, 6) == (38, [20, 12, 0, 6])


def test_a_small_kind_is_hidden_with_another_so_that_it_cannot_be_worked_out():
    assert released(40, 12, 2, 7) == (61, [40, 12, None, None])


def test_that_all_said_something_is_told():
    assert released(40) == (40, [40, 0, 0, 0])


def test_that_all_said_nothing_was_good_is_not():
    assert released(0, 0, 12) == (12, [None] * 4)


def test_under_ten_nothing_is_told():
    assert released(4, 4) == (None, [None] * 4)


def test_questions_stand_in_the_order_in_which_they_are_asked():
    found = release_written(themes(better=cells(12), liked=cells(12)), SURVEY, Audience.FORUM)

    assert [one.item for one in found] == ["liked", "better"]


def step(written, seen):
    steps = Steps(seen)
    return step_themes(themes(liked=written), steps), {**seen, **steps.moved}


def test_what_councils_see_of_a_question_moves_by_ten_families_who_wrote():
    before, seen = step(cells(20, 10), {})
    one_more, _ = step(cells(20, 11), seen)
    ten_more, _ = step(cells(24, 16), seen)

    assert one_more.written == before.written
    assert ten_more.written["liked"] == cells(24, 16)


def test_under_ten_a_question_has_not_been_seen():
    assert release_written(step(cells(9), {})[0], SURVEY, Audience.COUNCIL) == ()


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Reports on answers of which twelve are no more than "nothing"."""
    place = tmp_path_factory.mktemp("written")
    survey = shutil.copytree(LIBRARY, place / "survey")
    with (survey / "codebook.toml").open("a") as codebook:
        codebook.write('\n[flags]\noff-topic = ["nothing"]\n')
    init(place / "data", survey, PASSPHRASE, "test", made_up=True)
    table = write_answers(place / "answers.csv")
    plain = table.read_text().replace(LATE, "Nothing", 12).replace(KIND, "nothing", 2)
    table.write_text(plain)
    folder = open_data(place / "data")
    import_responses(folder, table, NOW.date())
    desk = open_desk(folder)
    code_answers(desk, unlock(desk, PASSPHRASE))
    return rebuild(folder, NOW)


@pytest.mark.parametrize("audience", [Audience.FORUM, Audience.COUNCIL])
def test_nothing_is_praise_where_it_was_asked_what_could_be_better(reports, audience):
    liked, better = reports[audience].health.written

    assert [kind.families.value for kind in better.kinds] == [50, 12, 0, 0]
    assert [isinstance(kind.families, Hidden) for kind in liked.kinds] == [True, False, True, False]
    assert liked.wrote.value == better.wrote.value == 62


def test_the_public_is_not_told(reports):
    assert reports[Audience.PUBLIC].health.written == ()
