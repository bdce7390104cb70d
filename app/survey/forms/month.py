"""A month and year, with the day where it is known, read as people write them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import Field, ValidationError
from wtforms.form import BaseForm

from analysis.definitions.facts import last_day
from analysis.definitions.survey import Item

NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PARTS = ("day", "month", "year")
YEARS_BACK = 30


class MonthError(Exception):
    """Which part cannot be, and the message that says so."""

    def __init__(self, part: str, message: str) -> None:
        super().__init__(part, message)
        self.part, self.message = part, message


class MonthParts(Field):
    """Three boxes, and the item's own options as ticks below them."""

    def __init__(
        self, item: Item, messages: Mapping[str, str], today: date, **options: Any
    ) -> None:
        self._item, self._messages, self._today = item, messages, today
        self.typed = dict.fromkeys(PARTS, "")
        self.ticked = ""
        self._fault = "month"
        super().__init__(item.asks, **options)

    @property
    def answer(self) -> str | None:
        """The month or day, or the option ticked."""
        return self.data or None

    @property
    def focus(self) -> str:
        """Where a message leads to."""
        return f"{self.id}-{self._fault}"

    @property
    def wrong(self) -> str:
        """The part that a message is about."""
        return self._fault if self.errors else ""

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Take the boxes and the ticks, each under a name of its own."""
        self.errors = list(self.process_errors)
        if formdata is None:
            self._show(data if isinstance(data, str) else "")
            return
        self.typed = {part: formdata.get(f"{self.name}-{part}", "")[:20] for part in PARTS}
        self.ticked = formdata.get(self.name, "")

    def _show(self, value: str) -> None:
        self.data = value
        if value in self._item.options:
            self.ticked = value
        elif value:
            year, month, *day = value.split("-")
            shown = {"day": "".join(day), "month": month, "year": year}
            self.typed = {part: number.lstrip("0") for part, number in shown.items()}

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse a date that cannot be, and a date together with a tick."""
        try:
            month = read_month(self.typed, self._today)
        except MonthError as fault:
            self._fault = fault.part
            said = self._messages[fault.message].format(year=self._today.year)
            raise ValidationError(said) from None
        if self.ticked and self.ticked not in self._item.options:
            raise ValidationError(self._messages["choose_known"])
        if self.ticked and month:
            option = self._item.options[self.ticked].says
            raise ValidationError(self._messages["month_both"].format(option=option))
        self.data = month or self.ticked


def read_month(typed: Mapping[str, str], today: date) -> str | None:
    """Return "YYYY-MM", "YYYY-MM-DD" where a day is given, or None where all is empty."""
    day, month, year = (typed[part].strip(" .,") for part in PARTS)
    if not (day or month or year):
        return None
    number = _month(month)
    value = f"{_year(year, today):04}-{number:02}"
    if value > f"{today:%Y-%m}":
        raise MonthError("month", "month_future")
    return _with_day(value, day, today) if day else value


def _month(typed: str) -> int:
    if not typed:
        raise MonthError("month", "month_missing")
    if typed.isdecimal() and len(typed) < 3 and 1 <= int(typed) <= 12:
        return int(typed)
    if typed[:3].lower() in NAMES:
        return NAMES.index(typed[:3].lower()) + 1
    raise MonthError("month", "month_unknown")


def _year(typed: str, today: date) -> int:
    if not typed:
        raise MonthError("year", "year_missing")
    if not typed.isdecimal() or len(typed) not in (2, 4):
        raise MonthError("year", "year_unknown")
    year = int(typed) + (2000 if len(typed) == 2 else 0)
    if year < today.year - YEARS_BACK:
        raise MonthError("year", "month_long_ago")
    return year


def _with_day(month: str, typed: str, today: date) -> str:
    number = typed.lower()
    for ending in ("st", "nd", "rd", "th"):
        number = number.removesuffix(ending)
    value = f"{month}-{int(number):02}" if number.isdecimal() and len(number) < 3 else ""
    if last_day(value) is None:
        raise MonthError("day", "day_unknown")
    if value > today.isoformat():
        raise MonthError("day", "month_future")
    return value
