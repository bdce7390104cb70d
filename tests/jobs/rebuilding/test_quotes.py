from analysis.jobs.rebuilding.quotes import choose_quotes
from analysis.store.desk.quotes import Approved
from analysis.words import Quote


def approved(id_, family, code):
    return Approved(id_, family, code, "A Made-Up Lead", "2026-07-01", Quote("made up"))


def test_two_quotes_of_two_families_stand_under_a_code_the_oldest_first():
    found = choose_quotes([approved(n, family, "A-1") for n, family in enumerate([7, 7, 8, 9])])

    assert found == {"A-1": ("0", "2")}


def test_a_family_is_quoted_once_in_a_report_whatever_it_wrote_of():
    found = choose_quotes([approved(1, 7, "B-1"), approved(2, 7, "A-1"), approved(3, 8, "A-1")])

    assert found == {"A-1": ("3",), "B-1": ("1",)}
