import pytest

from app.form_tokens import make_token
from tests.app.survey.family import GOES_ON, Family, rows

WRONG = {"none": "", "nonsense": "wrong", "of another draft": make_token(b"a" * 32)}


@pytest.mark.parametrize("token", WRONG.values(), ids=WRONG)
def test_a_page_sent_with_a_wrong_token_saves_nothing(family, folder, token):
    family.open("/")
    family.press(token=token)
    assert (family.status, rows(folder, "drafts")) == (400, [])

    family.start()
    family.press({"E1": "yes", "E2": "yes"}, token=token)
    assert (family.status, family.page_id) == (400, "eligibility")


@pytest.mark.parametrize("token", WRONG.values(), ids=WRONG)
def test_answers_sent_with_a_wrong_token_are_not_taken(ready, folder, token):
    ready.press(token=token)

    assert (ready.status, ready.page_id) == (400, "check")
    assert rows(folder, "responses") == []


@pytest.mark.parametrize("token", WRONG.values(), ids=WRONG)
def test_after_sending_a_wrong_token_does_nothing_either(sent, folder, token):
    receipt = sent.page.receipt
    for form in (0, 1):
        sent.press(form=form, token=token)
        assert sent.page.receipt == receipt
    sent.open("/after")
    sent.press({"D6": "other"}, token=token)
    assert (sent.status, rows(folder, "additions")) == (400, [])

    sent.open("/withdraw")
    sent.press({"code": receipt}, token=token)
    assert (sent.status, sent.filled()["code"]) == (400, receipt)
    assert len(rows(folder, "responses")) == 1


def test_another_familys_token_is_refused(app):
    family, other = Family(app), Family(app)
    family.start()
    other.start()
    family.press(GOES_ON, token=other.filled()["csrf_token"])

    assert (family.status, family.page_id) == (400, "eligibility")
