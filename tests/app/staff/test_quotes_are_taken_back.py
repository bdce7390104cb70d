"""A family that takes its answers back takes its quotes along, from whatever was published."""

import re

import pytest

from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.sharing.publish import publish
from analysis.jobs.sharing.renew import renew
from analysis.jobs.sharing.sign_off import sign_off
from analysis.made_up.quoting import approve_made_up_quotes
from analysis.store.acts import open_acts, read_acts
from analysis.store.database import writing
from analysis.store.desk.quotes import read_quotes
from analysis.store.desk.vault import unlock
from analysis.store.erasure import erase
from app.staff.keeper import Keeper
from tests.app.staff.made import CANARY, NOW, PASSPHRASE, write_answers

DAY = NOW.date()


@pytest.fixture
def keeper(folder, side):
    """As many readers again, who agreed to be quoted and are; their results published."""
    file = write_answers(folder.path.with_name("more.csv"), 24, 36, quote_me="yes")
    import_responses(folder, file, DAY)
    vault = unlock(side.desk, PASSPHRASE)
    code_answers(side.desk, vault)
    approve_made_up_quotes(side.desk, vault, side.survey, 1, DAY.isoformat())
    keeper = Keeper(side)
    keeper.look()
    for party, by in (("The readers", "Ann"), ("The listeners", "Bo")):
        sign_off(folder, party, by, DAY)
    publish(folder, folder.public, DAY)
    return keeper


def page(folder):
    return (folder.public / "index.html").read_text(encoding="utf-8")


def take_back(side):
    """Erase every family that is quoted."""
    with writing(side.desk.db) as db:
        erase(db, [quote.response_id for quote in read_quotes(db, side.survey.roles.quotes)])


def acts(folder, action):
    opened = open_acts(folder)
    found = read_acts(opened, action)
    opened.db.conn.close()
    return found


def test_the_next_look_takes_its_words_off_the_public_pages(folder, side, keeper):
    assert "<blockquote>" in page(folder)
    assert CANARY in page(folder)
    take_back(side)
    keeper.look()

    assert "<blockquote>" not in page(folder)
    assert CANARY not in page(folder)
    assert len(acts(folder, "quotes taken off the public pages")) == 1


def test_all_else_on_the_pages_stays_as_it_was_agreed(folder, side, keeper):
    before = page(folder)
    take_back(side)
    keeper.look()

    without = re.sub(r"<h2>In families.+?(?=<h2>)", "", before, flags=re.DOTALL)
    assert page(folder).split() == without.split() != before.split()


def test_pages_whose_quotes_are_all_there_are_left_alone(folder, keeper):
    before = page(folder)

    assert not renew(folder, DAY)
    assert page(folder) == before


def test_it_is_done_once(folder, side, keeper):
    take_back(side)

    assert renew(folder, DAY)
    assert not renew(folder, DAY)
