"""One family's answer, from its phone to the pages others see, and back out again."""

import csv
import re
import time
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.store.database import writing
from analysis.store.desk.accounts import add_account
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock
from analysis.store.intake.invitations import add_invitations
from app.roles import ROLES
from tests.browser.people import WORDS, answer_survey, main_text, sign_in
from tests.servers import both_sides
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

PASSPHRASE, PASSWORD = "a passphrase for this test", "a password for this test"
PHONE = {"width": 360, "height": 740}
WITHIN_S = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("whole-path")
    init(place / "data", outside_folder(place), PASSPHRASE, "test", made_up=True)
    folder = open_data(place / "data")
    # Twice, so that every base is even: no figure is first shown by one reply making nine ten.
    import_responses(folder, OUTSIDE_ANSWERS / "answers.csv")
    import_responses(folder, copies(outside_rows(), place / "again.csv"))
    desk = open_desk(folder)
    code_answers(desk, unlock(desk, PASSPHRASE))
    for name, role in ROLES.items():
        add_account(desk.db, name, name, PASSWORD, key_holder=role.may_hold_key, approved=True)
    return folder


@pytest.fixture(scope="module")
def sides(folder):
    with both_sides(folder.path) as serving:
        yield serving


@pytest.fixture(scope="module")
def people(browser, sides):
    """A parent without JavaScript, and three who signed in, each at a device of their own."""
    contexts = [browser.new_context(java_script_enabled=False, viewport=PHONE)]
    contexts += [browser.new_context() for _ in range(2)]
    parent, reviewer, pilot_team = (context.new_page() for context in contexts)
    sign_in(reviewer, sides.staff, "lead_reviewer", PASSWORD)
    sign_in(pilot_team, sides.staff, "pilot_team", PASSWORD)
    yield parent, reviewer, pilot_team
    for context in contexts:
        context.close()


def month_of_meeting():
    last = datetime.now(UTC).date().replace(day=1) - timedelta(days=1)
    return str(last.year), str(last.month)


def wait_for(look, wanted):
    """Look again until what is seen is as wanted; the keeper needs a few seconds."""
    until = time.monotonic() + WITHIN_S
    while time.monotonic() < until:
        seen = look()
        if wanted(seen):
            return seen
        time.sleep(1)
    raise AssertionError(f"still not as wanted: {seen}")


def families(text):
    """Return the number of families in a page's stamp."""
    return int(re.search(r"(\d+) families", text).group(1))


def test_one_reply_goes_all_the_way_in_and_out_again(people, sides, folder, tmp_path):
    parent, reviewer, pilot_team = people
    forum = partial(main_text, reviewer, f"{sides.staff}/forum")
    aims = partial(main_text, pilot_team, f"{sides.staff}/aims")
    before = families(wait_for(forum, lambda text: "families" in text))
    council_before = wait_for(aims, lambda text: "families" in text)

    # An error is made, told, and mended; then the whole survey is answered.
    parent.goto(sides.survey)
    parent.locator("main form button").first.click()
    parent.locator("main button[type=submit]").first.click()
    assert parent.title().startswith("Error:")
    assert parent.locator(".govuk-error-summary a").count() >= 1
    before_sending = texts_of(folder)
    by_phone = open_desk(folder).db.table("responses").count_where("channel = 'phone'")
    link = f"{sides.survey}/i/{invited_to(folder, 'o01')}"
    code = answer_survey(parent, link, "o01", month_of_meeting())
    assert open_desk(folder).db.table("responses").count == 121
    assert open_desk(folder).db.table("responses").count_where("channel = 'phone'") == by_phone + 1

    # A key holder unlocks; the words are coded, and the reviewer's count moves.
    reviewer.goto(f"{sides.staff}/unlock")
    reviewer.fill("input[name=passphrase]", PASSPHRASE)
    reviewer.locator("main button[type=submit]").first.click()
    wait_for(forum, lambda text: families(text) == before + 1)
    text = (texts_of(folder) - before_sending).pop()
    read = partial(main_text, reviewer, f"{sides.staff}/review/{text}")
    wait_for(read, lambda text: "waited months" in text.replace("\n", " "))

    # The pilot team's page does not move by one reply, and does by the tenth.
    assert aims() == council_before
    import_responses(folder, copies(9 * outside_rows()[:1], tmp_path / "nine.csv"))
    wait_for(forum, lambda text: families(text) == before + 10)
    council_after = wait_for(aims, lambda text: text != council_before)
    assert families(council_after) == families(council_before) + 10

    # The family takes its answers back: the reviewer's count goes back, the other one stays.
    parent.goto(f"{sides.survey}/withdraw")
    parent.locator("main input[type=text]").fill(code)
    parent.locator("main button[type=submit]").first.click()
    assert "deleted" in parent.locator("main").inner_text().lower()
    wait_for(forum, lambda text: families(text) == before + 9)
    assert aims() == council_after


def invited_to(folder, setting):
    """Return the code of a link that names a setting."""
    desk = open_desk(folder)
    with writing(desk.db) as db:
        return add_invitations(db, desk.setting_key, [setting], "phone", "2026-03-01")[setting]


def texts_of(folder):
    """Return the ids of the texts that a reviewer may read."""
    found = open_desk(folder).db.query("SELECT id, item FROM words WHERE item LIKE 'O%'")
    return {row["id"] for row in found}


def outside_rows():
    with (OUTSIDE_ANSWERS / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def copies(rows, target):
    """Write made-up rows as a file of their own, the first of them a family of the pilot."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | {"id": f"copy-{number}"} for number, row in enumerate(rows))
    return target


def test_words_of_the_family_never_reach_the_pilot_team(people, sides):
    _, _, pilot_team = people

    for path in ("/aims", "/journey", "/forum", "/review", "/people"):
        pilot_team.goto(f"{sides.staff}{path}")
        assert WORDS not in pilot_team.content()
