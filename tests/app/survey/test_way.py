import pytest

from app.survey.draft_session import Draft
from app.survey.way import find_way, keep_to_way
from tests.app.survey.family import PILOT

ANSWERS = {**PILOT, "C1": "yes", "T6": "not_yet", "T5a": "letter_or_email"}


def drafted(side, changes=(), unseen=()):
    answers = ANSWERS | dict(changes)
    return Draft(answers=answers, seen=side.items.keys() - set(unseen))


def test_a_page_is_due_until_all_its_items_were_sent_on(side):
    assert find_way(side, drafted(side)).due is None
    assert find_way(side, drafted(side, unseen=["P2"])).due.id == "kept_plan"


def test_pages_after_the_one_that_is_due_are_closed(side):
    way = find_way(side, drafted(side, unseen=["R3a"]))

    assert [page.id for page in way.open_pages][-2:] == ["setting", "purpose"]


def test_what_is_no_longer_asked_must_be_sent_on_again_if_it_comes_back(side):
    draft = drafted(side, {"T5": "nothing_yet", "T5b": "no"})
    keep_to_way(side, draft)
    draft.answers["T5"] = "change"

    way = keep_to_way(side, draft)

    assert way.due.id == "decision_told"
    assert draft.answers["T6"] == "not_yet"
    assert "T6" not in draft.counted()


@pytest.mark.parametrize("early", [{"E1": "another_council"}, {"E2": "no"}])
def test_a_slip_in_an_early_answer_costs_nothing(side, early):
    draft = drafted(side, early)
    assert keep_to_way(side, draft).due.exit

    draft.answers |= {"E1": "yes", "E2": "yes"}
    assert keep_to_way(side, draft).due is None


def test_the_page_before_is_the_one_before_on_the_way(side):
    way = find_way(side, drafted(side))
    pages = {page.id: page for page in way.pages}

    assert way.before(pages["meeting_how"]).id == "purpose"
    assert way.before(pages["eligibility"]) is None


def test_what_comes_after_sending_is_not_on_the_way_to_it(side):
    way = find_way(side, drafted(side))

    assert not any(page.after_sending for page in way.pages)
    assert [item.id for item in way.after] == ["D5", "D6", "D7"]
