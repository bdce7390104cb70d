from werkzeug.datastructures import MultiDict

from app.form_tokens import make_token
from app.survey.draft_session import Draft
from app.survey.forms.building import button_form, make_form

SECRET = b"s" * 32


def page_of(side, page_id):
    return next(page for page in side.survey.pages if page.id == page_id)


def sent(**fields):
    return MultiDict({"csrf_token": make_token(SECRET)} | fields)


def test_a_form_gives_closed_answers_and_words_apart(app, side):
    items = page_of(side, "words_1").items + page_of(side, "overall").items
    form = make_form(side, items, SECRET, None, sent(O1="Kind people", OV1="good", OV2=""))

    assert form.validate()
    assert form.answers() == {"OV1": "good"}
    assert {item: len(words) for item, words in form.words().items()} == {"O1": 11}


def test_faults_name_the_field_they_lead_to(app, side):
    form = make_form(side, page_of(side, "eligibility").items, SECRET, None, sent(E2="yes"))

    assert not form.validate()
    assert [fault["href"] for fault in form.faults] == ["#E1"]
    assert not form.expired


def test_a_form_of_another_draft_is_expired_and_names_no_fault(app, side):
    form = make_form(side, page_of(side, "overall").items, b"t" * 32, None, sent(OV1="good"))

    assert not form.validate()
    assert form.expired
    assert form.faults == []


def test_an_empty_form_shows_what_the_draft_holds(app, side):
    draft = Draft(answers={"OV1": "good"})
    form = make_form(side, page_of(side, "overall").items, draft.secret, draft)

    assert {field.name: field.answer for field in form.questions} == {"OV1": "good", "OV2": None}


def test_a_button_alone_is_protected_too(app):
    assert button_form(SECRET, sent()).validate()
    assert not button_form(SECRET, MultiDict()).validate()
