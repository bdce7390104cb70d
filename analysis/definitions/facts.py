"""What can be known from answers, the list of settings and the calendar."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from analysis.definitions.council import Council
from analysis.definitions.survey import NOT_ASKED, SKIPPED, Fact

Value = str | tuple[str, ...]
Look = Callable[[str], Value]

YES, NO, NOT_KNOWN, CANNOT_DATE = "yes", "no", "not_known", "cannot_date"
FACT_VALUES = {
    "joined_by": (YES, NO, CANNOT_DATE, NOT_KNOWN),
    "in_list": (YES, NO, NOT_KNOWN),
    "due": (YES, NO, CANNOT_DATE),
}


@lru_cache(maxsize=4096)
def last_day(month: str) -> date | None:
    """Return the last day that "YYYY-MM" or "YYYY-MM-DD" can mean; None where it is no date."""
    try:
        parts = [int(part) for part in month.split("-")]
        if len(parts) == 3:
            return date(*parts)
        year, number = parts
        return date(year, number, calendar.monthrange(year, number)[1])
    except (ValueError, TypeError, calendar.IllegalMonthError):
        return None


def limit_passed(month: str, day: date, after_days: int) -> bool | None:
    """Say whether `after_days` have passed for certain since the month; None without a date."""
    end = last_day(month)
    return None if end is None else day > end + timedelta(days=after_days)


def find_fact(fact: Fact, look: Look, council: Council, day: date) -> str:
    """Return the fact's value: one of FACT_VALUES of its kind, or a band's name."""
    return _KINDS[fact.kind](fact, look, council, day)


def _joined_by(fact: Fact, look: Look, council: Council, day: date) -> str:
    setting = council.settings.get(str(look(fact.place or "")))
    if setting is None:
        return NOT_KNOWN
    if setting.pilot_from is None:
        return NO
    month = str(look(fact.month or ""))
    if last_day(month) is None:
        return CANNOT_DATE
    return YES if month[:7] >= setting.pilot_from else NO


def _in_list(fact: Fact, look: Look, council: Council, day: date) -> str:
    value = look(fact.item or "")
    if value in (SKIPPED, NOT_ASKED):
        return NOT_KNOWN
    return YES if value in council.lists.get(fact.list or "", ()) else NO


def _band(fact: Fact, look: Look, council: Council, day: date) -> str:
    value = look(fact.item or "")
    return next((name for name, values in fact.bands.items() if value in values), NOT_KNOWN)


def _due(fact: Fact, look: Look, council: Council, day: date) -> str:
    passed = limit_passed(str(look(fact.month or "")), day, fact.after_days or 0)
    return CANNOT_DATE if passed is None else YES if passed else NO


_KINDS = {"joined_by": _joined_by, "in_list": _in_list, "band": _band, "due": _due}


def fact_values(fact: Fact) -> tuple[str, ...]:
    """Return every value the fact can have."""
    if fact.kind == "band":
        return (*fact.bands, NOT_KNOWN)
    return FACT_VALUES[fact.kind]


def fact_inputs(fact: Fact) -> tuple[str, ...]:
    """Return the items the fact is found from."""
    return tuple(name for name in (fact.place, fact.month, fact.item) if name)
