import pytest

from app.staff.sessions import IDLE_S, LONGEST_S, Sessions, new_number

ANN, BEN = 7, 8


class Watch:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def sessions(watch):
    return Sessions(watch)


def test_a_number_finds_whose_it_is(sessions):
    assert sessions.find(sessions.begin(ANN)) == ANN


def test_no_two_numbers_are_alike_and_each_has_256_bits():
    numbers = {new_number() for _ in range(1000)}
    assert len(numbers) == 1000
    assert {len(number) for number in numbers} == {43}


@pytest.mark.parametrize("number", ["", "x" * 43, "None"])
def test_a_number_that_was_never_given_finds_nobody(sessions, number):
    sessions.begin(ANN)
    assert sessions.find(number) is None


def test_the_number_itself_is_kept_nowhere(sessions):
    number = sessions.begin(ANN)
    assert number not in repr(vars(sessions))


def test_half_an_hour_without_a_page_ends_a_session(sessions, watch):
    number = sessions.begin(ANN)
    watch.now = IDLE_S + 1
    assert sessions.find(number) is None
    watch.now = 0
    assert sessions.find(number) is None


def test_each_page_begins_the_half_hour_anew(sessions, watch):
    number = sessions.begin(ANN)
    for _ in range(3):
        watch.now += IDLE_S - 1
        assert sessions.find(number) == ANN


def test_eight_hours_end_a_session_however_busy_it_is(sessions, watch):
    number = sessions.begin(ANN)
    while watch.now <= LONGEST_S:
        assert sessions.find(number) == ANN
        watch.now += IDLE_S / 2
    assert sessions.find(number) is None


def test_an_ended_session_stays_ended(sessions):
    number = sessions.begin(ANN)
    sessions.end(number)
    assert sessions.find(number) is None


def test_all_sessions_of_one_account_end_together_and_no_others(sessions):
    anns, bens = [sessions.begin(ANN), sessions.begin(ANN)], sessions.begin(BEN)
    sessions.end_all(ANN)
    assert [sessions.find(number) for number in [*anns, bens]] == [None, None, BEN]


def test_sessions_that_are_over_are_forgotten(sessions, watch):
    for _ in range(5):
        sessions.begin(ANN)
    watch.now = LONGEST_S + 1
    sessions.begin(BEN)
    assert len(sessions._held) == 1
