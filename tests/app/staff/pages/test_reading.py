import re

import pytest

from tests.app.staff.made import CANARY, Worker, heading


def texts_in(page):
    return re.findall(r"/review/(\d+)", page)


def acts(side, action):
    rows = side.desk.db.execute("SELECT details FROM audit WHERE action = ?", [action])
    return [details for (details,) in rows]


def test_the_list_shows_fifty_texts_a_page(people):
    first, third = (people["reviewer"].get(f"/review?page={n}").text for n in (1, 3))
    assert "124 texts. Page 1 of 3" in first
    assert (len(texts_in(first)), len(texts_in(third))) == (50, 24)


@pytest.mark.parametrize("page", ["0", "-1", "x", "99", "9" * 50])
def test_a_page_that_is_not_there_shows_the_nearest(people, page):
    assert texts_in(people["reviewer"].get(f"/review?page={page}").text)


def test_texts_that_may_tell_of_danger_come_first(people):
    page = people["reviewer"].get("/review").text
    first_row = page.split("<tbody")[1].split("</tr>")[0]
    assert "danger" in first_row


@pytest.mark.parametrize(
    ("query", "number"),
    [("item=liked", 62), ("flag=danger", 1), ("item=liked&code=FOLK-1", 62), ("item=x", 0)],
)
def test_the_list_takes_its_filters_by_get(people, query, number):
    page = people["reviewer"].get(f"/review?{query}").text
    total = re.search(r"(\d+) texts?", page)
    assert (int(total[1]) if total else 0) == number


def test_the_list_names_no_process_and_no_place(people):
    main = people["reviewer"].get("/review").text.split("<main")[1]
    assert [word for word in ("Doorstep", "pilot", "branch", "Mill") if word in main] == []


def test_a_text_is_shown_redacted_with_its_codes_and_what_they_rest_on(people):
    listed = people["reviewer"].get("/review?item=liked").text
    page = people["reviewer"].get(f"/review/{texts_in(listed)[0]}").text
    assert CANARY in page
    assert "Quince" not in page
    assert "FOLK-1" in page
    assert "The people who come" in page
    assert '<mark class="evidence">cup of tea</mark>' in page or "“cup of tea”" in page


def test_while_locked_a_text_is_closed_and_the_page_leads_to_unlocking(worker):
    person = worker("reviewer")
    number = texts_in(person.get("/review").text)[0]
    response = person.get(f"/review/{number}")
    assert (response.status_code, heading(response)) == (423, "The words are locked")
    assert "/unlock" in response.text.split("<main")[1]
    assert CANARY not in response.text


def test_each_reading_is_one_act_in_the_chain(worker, side, unlocked):
    person = worker("reviewer")
    number = texts_in(person.get("/review").text)[0]
    for _ in range(2):
        person.get(f"/review/{number}")
    assert acts(side, "words read") == ['{"by": "reviewer"}'] * 2


def test_what_could_not_be_read_is_no_act(worker, side):
    person = worker("reviewer")
    person.get(f"/review/{texts_in(person.get('/review').text)[0]}")
    assert acts(side, "words read") == []


def test_reading_keeps_the_words_unlocked(worker, side, unlocked, clock):
    person = worker("reviewer")
    number = texts_in(person.get("/review").text)[0]
    for _ in range(3):
        clock.pass_(29 * 60)
        assert person.get(f"/review/{number}").status_code == 200


@pytest.mark.parametrize("number", ["1", str(2**63), "9" * 40, "x"])
def test_a_text_that_is_not_there_is_not_found(people, number):
    assert people["reviewer"].get(f"/review/{number}").status_code == 404


def test_an_empty_list_says_what_to_do(empty_app):
    person = Worker(empty_app)
    person.begin_session("reviewer")
    assert "No text fits" in person.get("/review").text
