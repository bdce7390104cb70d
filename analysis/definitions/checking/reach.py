"""Whether a page can be reached at all: its conditions followed back to choices of answers."""

from collections.abc import Iterator, Mapping

from analysis.definitions.facts import fact_inputs
from analysis.definitions.survey import (
    NOT_ASKED,
    SKIPPED,
    Condition,
    Conditions,
    Item,
    Page,
    Survey,
)

Choice = Mapping[str, frozenset[str]]  # name -> the values still possible
ENOUGH = 2_000  # alternatives followed before a page is taken to be reachable


def unreachable_pages(survey: Survey) -> list[Page]:
    """Return the pages that no answers lead to."""
    found: list[Page] = []
    exits: list[Page] = []
    for page in survey.pages:
        past = all(gone.ask_when or gone.ask_unless for gone in exits)
        if not past or not _can_ask(survey, page, exits):
            found.append(page)
        if page.exit:
            exits.append(page)
    return found


def _can_ask(survey: Survey, page: Page, exits: list[Page]) -> bool:
    """Say whether a choice asks one of the page's items and meets no exit on the way."""
    away = tuple(line for gone in exits if not gone.ask_unless for line in gone.ask_when)
    whole = list(_meet(survey, [{}], page.ask_when))
    if not page.items:
        return _any_left(survey, whole, (*away, *page.ask_unless))
    return any(
        _any_left(
            survey,
            list(_meet(survey, whole, item.ask_when)),
            (*away, *page.ask_unless, *item.ask_unless),
        )
        for item in page.items
    )


def _any_left(survey: Survey, choices: list[Choice], unless: Conditions) -> bool:
    """Say whether a choice is left for which no line of `unless` holds for certain."""
    return any(not any(_holds(survey, line, c) is True for line in unless) for c in choices)


def _holds(survey: Survey, line: Condition, choice: Choice) -> bool | None:
    """Say whether a line holds whatever else is answered; None where that is still open."""
    certain: bool | None = True
    for name, values in line.items():
        possible = _possible(survey, name, choice)
        if possible is not None and not possible & set(values):
            return False
        if possible is None or not possible <= set(values):
            certain = None
    return certain


def _possible(survey: Survey, name: str, choice: Choice) -> frozenset[str] | None:
    """Return the values a name can still have; None where that is not known."""
    if name in choice or name not in survey.derived:
        return choice.get(name)
    found: set[str] = set()
    for line in survey.derived[name].table:
        holds = _holds(survey, line.when, choice)
        if holds is not False:
            found.add(line.gives)
        if holds:
            break
    return frozenset(found)


def _meet(survey: Survey, choices: list[Choice], when: Conditions) -> Iterator[Choice]:
    """Yield each way to hold one of the choices and one line of `when` together."""
    if not when:
        yield from choices
        return
    given = 0
    for choice in choices:
        for line in when:
            for met in _add(survey, choice, dict(line)):
                yield met
                given += 1
                if given >= ENOUGH:
                    return


def _add(survey: Survey, choice: Choice, line: dict[str, tuple[str, ...]]) -> Iterator[Choice]:
    if not line:
        yield choice
        return
    (name, values), rest = next(iter(line.items())), dict(list(line.items())[1:])
    for met in _with(survey, choice, name, frozenset(values)):
        yield from _add(survey, met, rest)


def _with(survey: Survey, choice: Choice, name: str, values: frozenset[str]) -> Iterator[Choice]:
    """Yield the choice with `name` kept to `values`, and with what that asks of other names."""
    kept = values & choice.get(name, values)
    if not kept:
        return
    narrowed = {**choice, name: kept}
    if name in choice and choice[name] <= values:
        yield narrowed
    elif name in survey.derived:
        for line in survey.derived[name].table:
            if line.gives in kept:
                one = {**narrowed, name: frozenset((line.gives,))}
                yield from _add(survey, one, dict(line.when))
    elif name in survey.facts or kept & {SKIPPED, NOT_ASKED}:
        yield narrowed
    else:
        item, page = _home(survey, name)
        for met in _meet(survey, [narrowed], page.ask_when):
            yield from _meet(survey, [met], item.ask_when)


def _home(survey: Survey, name: str) -> tuple[Item, Page]:
    return next((item, page) for page in survey.pages for item in page.items if item.id == name)


def inputs_of(survey: Survey, name: str) -> set[str]:
    """Return the items that a name rests on, however far back."""
    if name in survey.facts:
        return {i for part in fact_inputs(survey.facts[name]) for i in inputs_of(survey, part)}
    if name in survey.derived:
        parts = {part for line in survey.derived[name].table for part in line.when}
        return {i for part in parts - {name} for i in inputs_of(survey, part)}
    return {name}
