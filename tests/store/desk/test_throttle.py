from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.errors import ThrottledError
from analysis.store.desk.door import open_desk
from analysis.store.desk.throttle import ALL_NAMES, PER_NAME, forget_tries, take_try

NOW = 1000.0
(MINUTE_S, IN_A_MINUTE), (HOUR_S, IN_AN_HOUR) = PER_NAME


def take(desk, tries, who="w", now=NOW):
    for _ in range(tries):
        take_try(desk.db, who, now)


def test_after_a_minute_a_name_may_try_again(desk):
    take(desk, IN_A_MINUTE)
    with pytest.raises(ThrottledError):
        take(desk, 1)

    take(desk, 1, now=NOW + MINUTE_S + 1)


def test_within_an_hour_a_name_has_ten_tries_however_they_are_spread(desk):
    for place in range(IN_AN_HOUR):
        take(desk, 1, now=NOW + place * 100)

    with pytest.raises(ThrottledError):
        take(desk, 1, now=NOW + IN_AN_HOUR * 100)


def test_after_an_hour_nobody_is_locked_out(desk):
    take(desk, IN_A_MINUTE)

    take(desk, IN_A_MINUTE, now=NOW + HOUR_S + 1)


def test_one_names_tries_are_not_anothers(desk):
    take(desk, IN_A_MINUTE)

    take(desk, 1, who="other")


def test_many_names_together_have_a_limit_too(desk):
    _, limit = ALL_NAMES[0]
    for place in range(limit):
        take(desk, 1, who=f"name {place}")

    with pytest.raises(ThrottledError):
        take(desk, 1, who="one more")


def test_the_right_password_wipes_the_slate(desk):
    take(desk, IN_A_MINUTE)
    forget_tries(desk.db, "w")

    take(desk, IN_A_MINUTE)


def test_tries_at_the_same_moment_are_no_way_round(folder, desk):
    def take_one(_):
        own = open_desk(folder)
        try:
            take(own, 1)
        except ThrottledError:
            return 0
        finally:
            own.db.close()
        return 1

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(take_one, range(16))) == IN_A_MINUTE
