import re

import pytest

from tests.app.survey.family import Family, full_store, rows


@pytest.fixture
def receipt(sent):
    """The code of a family that sent and went away."""
    code = sent.page.receipt
    sent.press()
    return code


@pytest.fixture
def family(sent):
    """Another family at another device."""
    return Family(sent.client.application)


def take_back(family, code):
    family.open("/withdraw")
    return family.press({"code": code})


def test_a_right_code_deletes_all_that_was_sent(family, folder, receipt):
    assert "deleted" in take_back(family, receipt)

    for table in ("responses", "words", "word_keys", "processes", "response_settings"):
        assert rows(folder, table) == []
    assert len(rows(folder, "withdrawals")) == 1


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} ."]
)
def test_a_code_is_taken_however_it_is_typed(family, folder, receipt, typed):
    assert "deleted" in take_back(family, typed(receipt))


def test_a_wrong_code_and_a_used_one_get_the_same_page(family, receipt):
    take_back(family, receipt)
    wrong = "0123-4567-89AB-CDEF-GHJK-MN"
    pages = [take_back(family, code).replace(code, "") for code in (receipt, wrong)]

    first, second = (re.sub(r'name="csrf_token" value="[^"]+"', "", page) for page in pages)
    assert first == second
    assert "We have no answers with this code" in first


def test_an_empty_code_is_asked_for(family):
    take_back(family, " - ")

    assert 'href="#code">Type in your receipt code' in family.html


def test_too_many_codes_are_slowed_down_and_nobody_is_shut_out(family, receipt, monkeypatch):
    throttle = family.client.application.extensions["withdraw throttle"]
    while throttle._is_free():
        pass
    monkeypatch.setattr(throttle, "_wait", lambda seconds: None)
    assert "deleted" in take_back(family, receipt)

    for _ in range(3):
        throttle._queue.acquire()
    take_back(family, receipt)
    assert (family.status, family.filled()["code"]) == (429, receipt)


def test_a_code_that_cannot_be_taken_just_now_stays_on_the_page(family, folder, receipt):
    with full_store(folder):
        take_back(family, receipt)
        assert (family.status, family.filled()["code"]) == (503, receipt)

    family.press()
    assert "deleted" in family.html


def test_taking_back_on_the_same_device_clears_it(sent):
    take_back(sent, sent.page.receipt)

    assert sent.client.get_cookie("survey") is None


def test_taking_back_another_response_leaves_this_draft(family, receipt):
    family.start()

    take_back(family, receipt)

    assert family.client.get_cookie("survey") is not None
