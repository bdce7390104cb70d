from analysis.reporting.files.public.digest import digest_text
from tests.house.test_words_people_read import forbidden
from tests.reporting.files.made import REPORT, WARM, public


def test_it_says_what_the_page_says(survey, council):
    said = " ".join(digest_text(public(), survey, council).split())

    assert said.startswith("Is the new way working for families? So far")
    for line in (WARM.sentence, REPORT.caution, "MADE-UP ANSWERS", "snapshot 5ca1ab1e"):
        assert line in said


def test_it_holds_no_table_and_fits_an_email(survey, council):
    lines = digest_text(public(), survey, council).splitlines()

    assert max(map(len, lines)) <= 72


def test_it_says_nothing_that_figures_cannot_say(survey, council):
    assert forbidden(digest_text(public(), survey, council)) == []


def test_it_begins_with_the_answer_and_ends_with_the_stamp(survey, council):
    parts = digest_text(public(), survey, council).strip().split("\n\n")

    assert parts[1].startswith("MADE-UP ANSWERS")
    assert " ".join(parts[2].split()) == WARM.sentence  # of the one aim that there is
    assert parts[-1] == "The full name of this snapshot: 5ca1ab1e0ddba115."
