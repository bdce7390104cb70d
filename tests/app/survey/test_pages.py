import pytest

from tests.app.survey.family import GOES_ON, PILOT, Family


def test_a_page_is_saved_and_leads_to_the_next_by_a_redirect(family):
    family.start()
    response = family.client.post(
        "/q/eligibility", data=family.filled() | {"E1": "yes", "E2": "yes"}
    )

    assert (response.status_code, response.headers["Location"]) == (303, "/q/consent")


@pytest.mark.parametrize("page", ["children", "words_2", "kept_plan", "exit_under_16"])
def test_a_page_off_the_way_leads_to_the_one_that_is_due(family, page):
    family.start()
    family.walk(GOES_ON, until="consent")
    family.open(f"/q/{page}")

    assert family.page_id == "consent"


def test_without_a_draft_every_page_leads_to_the_first(family):
    for path in ("/q/eligibility", "/q/words_1", "/check", "/receipt", "/after", "/clear"):
        assert family.open(path)
        assert family.path == "/"


@pytest.mark.parametrize("page", ["nothing", "equality", "E1", "../check"])
def test_a_page_that_is_none_is_not_found(family, page):
    family.start()
    family.open(f"/q/{page}")

    assert (family.status, family.heading) == (404, "We can't find this page")


def test_a_wrong_answer_is_told_at_the_top_in_the_title_and_at_the_field(family):
    family.start()
    family.press({"E2": "yes"})

    assert "<title>Error: Is this survey for you? - Your child's annual review" in (
        family.html.replace("&#39;", "'")
    )
    assert 'tabindex="-1" autofocus' in family.html
    assert (
        '<a href="#E1">Choose one answer, so that we know if this survey is for you</a>'
        in family.html
    )
    assert 'id="E1-error"' in family.html
    assert family.filled()["E2"] == "yes"


def test_back_leads_to_the_page_before(family):
    family.start()
    assert 'href="/" class="govuk-back-link"' in family.html

    family.walk(GOES_ON, until="school_year")
    assert 'href="/q/review" class="govuk-back-link"' in family.html


def test_a_changed_answer_leads_back_to_check_when_nothing_new_is_asked(family):
    family.start()
    family.walk(PILOT)
    family.open("/q/overall")
    family.press({"OV1": "poor"})

    assert family.page_id == "check"
    assert "Poor" in family.html


def test_a_changed_answer_leads_to_what_it_newly_asks(family):
    family.start()
    family.walk(PILOT)
    family.open("/q/decision")
    family.press({"T5": "change"})
    assert family.page_id == "plan_and_rights"

    family.press({"T6": "not_yet"})
    assert family.page_id == "check"


def test_a_changed_answer_drops_what_no_longer_applies(family):
    family.start()
    family.walk(PILOT | {"O4": "It felt wrong to keep it."})
    assert "It felt wrong to keep it." in family.html

    family.open("/q/decision")
    family.press({"T5": "end"})
    family.walk({})
    assert "It felt wrong to keep it." not in family.html


def test_an_exit_has_no_form_and_a_way_back(family):
    family.start()
    family.press({"E1": "young_person", "E2": "yes"})
    assert family.page_id == "exit_young_person"
    assert not family.page.forms
    assert 'href="/q/eligibility" class="govuk-back-link"' in family.html

    family.open("/check")
    assert family.page_id == "exit_young_person"


def test_the_invitation_to_stop_is_on_every_question_page(family):
    family.start()

    assert "Stop and clear this device" in family.html


def test_a_made_up_folder_says_so_on_every_page(family):
    for path in ("/", "/privacy", "/withdraw", "/finished", "/nothing"):
        assert "Demonstration" in family.open(path)
    family.start()
    assert "Demonstration" in family.html


def test_a_form_far_too_big_is_told_plainly(app):
    family = Family(app)
    family.start()
    family.press({"E1": "x" * 300_000})

    assert (family.status, family.heading) == (413, "That is too much for one page")
