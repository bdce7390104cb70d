"""What other programs rely on at the survey side: forms, titles and names that stay."""

import re

from tests.app.survey.family import GOES_ON, PILOT

MAIN = re.compile(r"<main.*</main>", re.DOTALL)
POST_FORM = re.compile(r'<form method="post"')
RECEIPT = re.compile(r'<(\w+)[^>]* id="receipt-code"[^>]*>(.*?)</\1>', re.DOTALL)


def forms_of(html):
    """Return how many forms a page has, and how many of them are sent on from `<main>`."""
    (main,) = MAIN.findall(html)
    return html.count("<form"), len(POST_FORM.findall(main))


def test_each_question_page_has_one_form_and_says_when_something_is_wrong(family):
    family.open("/")
    assert forms_of(family.html) == (1, 1)
    family.press()
    passed = 0
    while family.page_id != "check":
        assert forms_of(family.html) == (1, 1)
        assert "<title>Error: " not in family.html
        family.press(token="from another time")
        assert (forms_of(family.html), family.page.has_errors) == ((1, 1), True)
        assert "<title>Error: " in family.html
        names = {name.split("-")[0] for _, name, _, _ in family.page.forms[0].fields}
        family.press({item: value for item, value in PILOT.items() if item in names})
        passed += 1
    assert passed > 20
    assert forms_of(family.html) == (1, 1)


def test_the_receipt_stands_alone_in_its_element(sent):
    ((_, inside),) = RECEIPT.findall(sent.html)

    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{2,4})+", inside)


def test_the_code_is_asked_for_by_its_name(family):
    family.open("/withdraw")

    assert forms_of(family.html) == (1, 1)
    assert "code" in family.filled()


def test_an_exit_page_leads_nowhere_else(family):
    family.start()
    family.walk(GOES_ON | {"E2": "no"}, until="exit_under_16")

    assert forms_of(family.html) == (0, 0)
