import sqlite3

import pytest

from tests.app.staff.made import heading


def test_a_page_that_is_not_there_says_so(people):
    response = people["nobody"].get("/nowhere")
    assert (response.status_code, heading(response)) == (404, "We can't find this page")


def test_a_fault_of_the_store_is_a_page_and_the_next_request_works(side, worker):
    person = worker("reviewer")
    side.desk.db.close()  # as after an I/O error: the connection cannot be used any more
    response = person.get("/review")
    assert (response.status_code, heading(response)) == (503, "We can't do this just now")
    assert person.get("/review").status_code == 200


def test_a_fault_names_its_kind_in_the_log_and_nothing_else(side, worker, caplog):
    person = worker("reviewer")
    side.desk.db.close()
    person.get("/review")
    assert sqlite3.ProgrammingError.__name__ in caplog.text
    assert "reviewer" not in caplog.text


@pytest.mark.parametrize("path", ["/aims", "/review", "/sign-in"])
def test_a_method_that_a_page_lacks_is_refused(people, path):
    assert people["lead_reviewer"].client.put(path).status_code == 405
