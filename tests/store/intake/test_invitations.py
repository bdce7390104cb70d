import pytest

from analysis.store.database import writing
from analysis.store.intake.invitations import Invitation, add_invitations, find_invitation
from tests.store.made import DAY

SETTINGS = ("oak", "elm")


@pytest.fixture
def codes(desk):
    with writing(desk.db) as db:
        return add_invitations(db, desk.setting_key, SETTINGS, "qr", DAY)


def test_a_code_names_its_setting_and_channel(intake, codes):
    assert find_invitation(intake, codes["elm"], SETTINGS) == Invitation("qr", "elm")


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " ")])
def test_a_code_is_read_however_it_is_typed(intake, codes, typed):
    assert find_invitation(intake, typed(codes["oak"]), SETTINGS) == Invitation("qr", "oak")


@pytest.mark.parametrize("code", ["", "7K3F-9QXM", "ö\0", "x" * 5000, "' OR 1=1 --"])
def test_another_code_is_none(intake, codes, code):
    assert find_invitation(intake, code, SETTINGS) is None


def test_a_setting_that_left_the_list_is_not_named(intake, codes):
    assert find_invitation(intake, codes["elm"], ["oak"]) == Invitation("qr", None)


def test_earlier_codes_go_on_working(intake, desk, codes):
    with writing(desk.db) as db:
        later = add_invitations(db, desk.setting_key, ["oak"], "paper", DAY)

    assert find_invitation(intake, codes["oak"], SETTINGS) == Invitation("qr", "oak")
    assert find_invitation(intake, later["oak"], SETTINGS) == Invitation("paper", "oak")


def test_the_database_holds_no_code_and_no_setting(desk, codes):
    kept = str(list(desk.db.query("SELECT * FROM invitations")))

    for code in codes.values():
        assert code not in kept
        assert code.replace("-", "") not in kept
    assert not any(setting in kept for setting in SETTINGS)


def test_no_two_codes_are_alike(desk):
    with writing(desk.db) as db:
        codes = add_invitations(db, desk.setting_key, map(str, range(2000)), "link", DAY)

    assert len(set(codes.values())) == 2000
    assert {len(code) for code in codes.values()} == {9}
