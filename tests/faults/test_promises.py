from collections import Counter

import pytest

from tests.faults.__main__ import FAILED, NOT_RUN, PASSED, read_outcomes, row_of
from tests.faults.promises import PROMISES, Promise
from tests.house.tree import ROOT

ONE = Promise("T1", "nothing is lost", ("tests/a.py", "tests/b.py"))


def test_every_promise_names_tests_that_are_there():
    named = {test for promise in PROMISES for test in promise.tests}
    assert [test for test in sorted(named) if not (ROOT / test).exists()] == []


def test_no_two_promises_share_a_number():
    assert max(Counter(promise.id for promise in PROMISES).values()) == 1


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ({"tests/a.py": Counter(passed=2), "tests/b.py": Counter(passed=1)}, PASSED),
        ({"tests/a.py": Counter(passed=2), "tests/b.py": Counter(failed=1)}, FAILED),
        ({"tests/a.py": Counter(passed=2)}, NOT_RUN),
        ({"tests/a.py": Counter(passed=2), "tests/b.py": Counter({NOT_RUN: 1})}, NOT_RUN),
        ({}, NOT_RUN),
    ],
)
def test_a_promise_holds_if_all_its_tests_ran_and_passed(outcomes, status):
    assert row_of(ONE, outcomes)["status"] == status


def test_a_promise_without_tests_was_not_put_to_the_proof():
    assert row_of(Promise("T3", "the power is cut"), {})["status"] == NOT_RUN


def test_outcomes_are_read_file_by_file(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite><testcase classname="tests.store.test_x" name="a"/>'
        '<testcase classname="tests.store.test_x" name="b"><failure/></testcase>'
        '<testcase classname="tests.store.test_y" name="c"><skipped/></testcase>'
        "</testsuite></testsuites>"
    )

    assert read_outcomes(report) == {
        "tests/store/test_x.py": Counter(passed=1, failed=1),
        "tests/store/test_y.py": Counter({NOT_RUN: 1}),
    }
