"""Which pages and items a set of answers leads through: pure, and found anew each time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from analysis.definitions.council import Council
from analysis.definitions.derivation import Known
from analysis.definitions.facts import Value, last_day
from analysis.definitions.survey import LISTED, SKIPPED, WRITTEN, Item, Page, Survey

Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Route:
    """The way through a questionnaire that some answers make.

    `answers` holds the items on the way and nothing else; asked and not answered is "skipped".
    """

    pages: tuple[Page, ...]
    items: Mapping[str, Item]
    answers: Mapping[str, Value]
    exit: Page | None
    known: Known

    @cached_property
    def found(self) -> Mapping[str, str]:
        """Every fact and derived field."""
        return self.known.found()

    def items_of(self, page: Page) -> tuple[Item, ...]:
        """Return the items of a page that are asked on this way."""
        return tuple(item for item in page.items if item.id in self.items)


def find_route(survey: Survey, council: Council, answers: Answers, day: date) -> Route:
    """Return the way these answers lead; answers off it, and answers that cannot be, drop out."""
    known = Known(survey, council, day)
    pages: list[Page] = []
    items: dict[str, Item] = {}
    for page in survey.pages:
        if not known.asked(page.ask_when, page.ask_unless):
            continue
        asked = [item for item in page.items if known.asked(item.ask_when, item.ask_unless)]
        if page.items and not asked:
            continue
        pages.append(page)
        if page.exit:
            return Route(tuple(pages), items, known.answers, page, known)
        for item in asked:
            items[item.id] = item
            known.answers[item.id] = _given(item, answers.get(item.id, SKIPPED), council)
    return Route(tuple(pages), items, known.answers, None, known)


def _given(item: Item, value: Value, council: Council) -> Value:
    """Return the value if the item can have it, else "skipped"."""
    if item.kind == "many":
        ticks = (value,) if isinstance(value, str) else value
        kept = tuple(tick for tick in item.options if tick in ticks)
        return kept or SKIPPED
    if not isinstance(value, str):
        return SKIPPED
    return value if can_have(item, value, council) else SKIPPED


def can_have(item: Item, value: str, council: Council) -> bool:
    """Say whether one value can be the answer to an item."""
    if value in item.options:
        return True
    if item.options_from == "settings":
        return value in council.settings or value == LISTED
    if item.kind == "month":
        return last_day(value) is not None
    return item.kind == "text" and value == WRITTEN
