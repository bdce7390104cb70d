import pytest

from analysis.store.database import connect, writing
from analysis.store.intake.invitations import add_invitations
from tests.app.survey.family import GOES_ON, stored_answers


@pytest.fixture
def invited(family, side):
    """A family whose link named a setting, at the page that asks for it."""
    with writing(connect(side.folder.database)) as db:
        codes = add_invitations(db, side.intake.setting_key, ["s01"], "qr", "2026-03-01")
    family.start(f"/i/{codes['s01']}")
    family.walk(GOES_ON, until="setting")
    return family


def test_the_setting_that_the_link_names_is_filled_in_and_asked_about(invited, side):
    name = side.council.settings["s01"].name

    assert f"The link you used came from {name}. Was it there?" in invited.html
    assert invited.filled()["R0"] == "s01"


def test_saying_yes_takes_the_setting_named(invited, folder):
    invited.press()
    assert invited.page_id == "purpose"

    invited.walk({})
    invited.press()
    assert stored_answers(folder)["R0"] == "listed"


@pytest.mark.parametrize(
    ("elsewhere", "passed"),
    [("s11", ["purpose"]), ("not_on_list", ["purpose", "pilot"]), ("", ["purpose", "pilot"])],
)
def test_another_answer_drops_the_setting_named(invited, elsewhere, passed):
    invited.press({"R0": "elsewhere", "R0-elsewhere": elsewhere})
    assert invited.walk({}, until="meeting_how") == passed

    invited.open("/q/setting")
    assert "The link you used" not in invited.html
    assert invited.filled().get("R0", "") == elsewhere


def test_another_place_chosen_while_yes_was_still_ticked_is_the_answer(invited):
    invited.press({"R0": "s01", "R0-elsewhere": "s11"})
    assert invited.page_id == "purpose"

    invited.open("/q/setting")
    assert "The link you used" not in invited.html
    assert invited.filled()["R0"] == "s11"


def test_a_setting_that_no_list_holds_is_refused(invited):
    invited.press({"R0": "elsewhere", "R0-elsewhere": "s99"})

    assert invited.page.has_errors
    assert 'href="#R0-elsewhere"' in invited.html
