from collections import Counter

import pytest

from analysis.definitions.loading import load_survey
from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.made_up import quoting
from analysis.made_up.quoting import approve_made_up_quotes
from analysis.store.desk.door import open_desk
from analysis.store.desk.quotes import read_proposals, read_quotes
from analysis.store.desk.vault import unlock
from tests.app.staff.made import NOW, PASSPHRASE, write_answers
from tests.surveys.folders import LIBRARY

DAY = "2026-07-01"


@pytest.fixture
def desk(tmp_path):
    """Readers of whom half agreed to be quoted, their words coded."""
    init(tmp_path / "data", LIBRARY, PASSPHRASE, "A Made-Up Holder", made_up=True)
    folder = open_data(tmp_path / "data")
    for said in ("yes", "no"):
        file = write_answers(tmp_path / f"{said}.csv", 6, 6, quote_me=said)
        import_responses(folder, file, NOW.date())
    opened = open_desk(folder)
    code_answers(opened, unlock(opened, PASSPHRASE))
    yield opened
    opened.db.close()


def made(desk, codes):
    survey = load_survey(desk.folder.survey)
    number = approve_made_up_quotes(desk, unlock(desk, PASSPHRASE), survey, codes, DAY)
    found = read_quotes(desk.db, survey.roles.quotes)
    assert len(found) == number
    return found


def test_two_made_up_people_let_two_quotes_of_a_code_go_and_leave_none_waiting(desk):
    found = made(desk, codes=1)

    assert Counter(quote.code for quote in found).most_common() == [(found[0].code, 2)]
    assert {quote.by for quote in found} == {quoting.SECOND}
    assert read_proposals(desk.db) == []


def test_each_quote_is_of_another_family(desk):
    found = made(desk, codes=20)

    assert len({quote.response_id for quote in found}) == len(found) > 2


def test_no_quote_is_too_short_or_too_long_to_read(desk):
    sizes = [len(quote.quote) for quote in made(desk, codes=20)]

    assert all(quoting.LEAST <= size <= quoting.MOST for size in sizes)
