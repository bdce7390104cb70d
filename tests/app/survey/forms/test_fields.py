import pytest

from app.survey.forms.fields import MOST_CHARACTERS
from tests.app.survey.family import GOES_ON, PILOT

FORM_TYPE = "application/x-www-form-urlencoded"


@pytest.fixture
def at_words(family):
    family.start()
    family.walk(GOES_ON, until="words_1")
    return family


def test_what_is_too_long_stays_in_the_box_and_is_explained(at_words):
    long = "x" * (MOST_CHARACTERS + 7)
    at_words.press({"O1": long})

    assert "You wrote 7 characters too many" in at_words.html
    assert at_words.filled()["O1"] == long
    assert 'href="#O1"' in at_words.html


def test_as_much_as_fits_is_taken(at_words):
    at_words.press({"O1": "x\r\n" * 500 + "y" * 500})

    assert at_words.page_id == "words_2"


@pytest.mark.parametrize("half", ["%ED%A0%80", "%FF%FE", "%00", "\xff"])
def test_bytes_that_are_no_text_are_no_fault_of_the_program(at_words, half):
    form = f"O1=kept{half}&csrf_token={at_words.filled()['csrf_token']}"
    response = at_words.client.post(
        "/q/words_1", data=form.encode("latin-1"), content_type=FORM_TYPE, follow_redirects=True
    )

    assert response.status_code in (200, 400)


def test_signs_that_no_keyboard_makes_are_left_out(at_words):
    at_words.press({"O1": "a\x00b\x1bc\td\r\ne"})
    at_words.open("/q/words_1")

    assert at_words.filled()["O1"] == "abc d\ne"


def test_half_a_sign_is_refused_and_no_fault_of_the_program(at_words, side):
    form = "O1=%ED%A0%80&csrf_token=" + at_words.filled()["csrf_token"]
    response = at_words.client.post(
        "/q/words_1", data=form, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code < 500


def test_words_are_shown_as_written_and_never_as_markup(at_words):
    at_words.press({"O1": "<script>alert(1)</script> & </textarea>"})
    at_words.open("/q/words_1")

    assert at_words.filled()["O1"] == "<script>alert(1)</script> & </textarea>"
    assert "<script>alert" not in at_words.html


def test_a_tick_that_stands_alone_is_not_taken_with_others(family):
    family.start()
    family.walk(GOES_ON, until="meeting_how")
    family.press({"R6": ["child", "not_sure"]})

    assert "You ticked “I am not sure” and something else" in family.html
    assert family.filled()["R6"] == ["child", "not_sure"]


def test_ticks_can_be_taken_back(family):
    family.start()
    family.walk(GOES_ON | {"R6": ["child", "health"]}, until="times")
    family.open("/q/meeting_how")
    assert family.filled()["R6"] == ["child", "health"]

    family.press({"R6": []})
    family.open("/q/meeting_how")
    assert family.filled()["R6"] == []


@pytest.mark.parametrize("sent", [{"R1": "perhaps"}, {"R1": ""}, {}])
def test_what_no_page_offers_and_what_is_needed_and_left_out_are_refused(family, sent):
    family.start()
    family.walk(GOES_ON, until="review")
    family.press(sent)

    assert family.page_id == "review"
    assert 'href="#R1"' in family.html


def test_a_setting_that_no_list_holds_is_refused(family):
    family.start()
    family.walk(GOES_ON, until="setting")
    family.press({"R0": "s99"})

    assert family.page.has_errors


def test_settings_stand_in_alphabetical_order_before_the_other_answers(family, side):
    family.start()
    family.walk(GOES_ON, until="setting")
    offered = [value for kind, _, value, _ in family.page.forms[0].fields if kind == "option"]

    names = [side.council.settings[value].name for value in offered[1:-3]]
    assert names == sorted(names, key=str.casefold)
    assert offered[-3:] == ["not_on_list", "not_at_a_setting", "rather_not_say"]


def test_everything_but_what_is_needed_can_be_left_out(family):
    family.start()
    family.walk(GOES_ON)
    family.press()

    assert family.page.receipt


def test_an_answer_chosen_is_shown_as_chosen(family):
    family.start()
    family.walk(PILOT)
    family.open("/q/purpose")

    assert family.filled()["R3b"] == "apr"
