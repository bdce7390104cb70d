"""Faults among questions: names, tables, conditions, pages."""

from collections import Counter
from collections.abc import Iterable, Iterator

from analysis.definitions.checking.reach import inputs_of, unreachable_pages
from analysis.definitions.facts import fact_inputs, fact_values
from analysis.definitions.survey import (
    NOT_ASKED,
    SKIPPED,
    WRITTEN,
    Condition,
    Item,
    Page,
    Survey,
)


def naming_faults(survey: Survey) -> list[str]:
    """Return the faults of names; what follows looks names up, and would only repeat these."""
    return [*_twice(survey), *_names_of_facts(survey), *_tables(survey)]


def question_faults(survey: Survey) -> list[str]:
    """Return the faults of items, conditions and pages."""
    conditions = list(_conditions(survey))
    return [
        *_items(survey),
        *conditions,
        *_pages(survey),
        *([] if conditions else _reach(survey)),
    ]


def _twice(survey: Survey) -> Iterator[str]:
    items = [item.id for page in survey.pages for item in page.items]
    groups = {
        "pages": [page.id for page in survey.pages],
        "items, facts and derived fields": [*items, *survey.facts, *survey.derived],
        "aims": [aim.id for aim in survey.aims],
        "stages": [stage.id for stage in survey.stages],
    }
    for group, ids in groups.items():
        for id_, count in Counter(ids).items():
            if count > 1:
                yield f'{group}: found the id "{id_}" {count} times, expected each once'


def _names_of_facts(survey: Survey) -> Iterator[str]:
    items = survey.items()
    for name, fact in survey.facts.items():
        for part in fact_inputs(fact):
            if part not in items:
                yield f'facts.{name}: found "{part}", expected the id of an item'
        if fact.kind == "band" and fact.item in items:
            for band, values in fact.bands.items():
                for value in set(values) - set(items[fact.item].options):
                    yield f'facts.{name}.bands.{band}: found "{value}", {_of(items[fact.item])}'


def _tables(survey: Survey) -> Iterator[str]:
    before: set[str] = {*survey.items(), *survey.facts}
    for name, derived in survey.derived.items():
        place = f"derived.{name}"
        if not derived.table or derived.table[-1].when:
            yield f"{place}: found no last line, expected {{ otherwise = true, is = .. }}"
        for number, line in enumerate(derived.table, 1):
            if unknown := set(line.when) - before:
                found = ", ".join(sorted(unknown))
                yield f'{place}, line {number}: found "{found}", expected names defined before it'
            if any(_swallows(early.when, line.when) for early in derived.table[: number - 1]):
                yield f"{place}, line {number}: never reached, an earlier line always fits first"
        before.add(name)


def _swallows(early: Condition, late: Condition) -> bool:
    return all(name in late and set(late[name]) <= set(values) for name, values in early.items())


def _items(survey: Survey) -> Iterator[str]:
    for page in survey.pages:
        for item in page.items:
            for fault in _item(item, survey):
                yield f"page {page.id}, item {item.id}: {fault}"


def _item(item: Item, survey: Survey) -> Iterator[str]:
    if not item.asks.strip():
        yield "found no text in `asks`, expected the question"
    if item.kind in ("one", "many") and not item.options and not item.options_from:
        yield "found no options, expected at least one"
    if item.kind == "text" and item.options:
        yield "found options, expected none for a text"
    if item.required and item.kind not in ("one", "month"):
        yield f'found required on kind "{item.kind}", expected it on a choice: no route could end'
    if item.due_after_days is not None and item.kind != "one":
        yield "found `due_after_days`, expected it on a choice of one"
    if item.due_after_days is None and (item.limit or item.waited):
        yield "found `limit` or `waited`, expected them beside `due_after_days`"
    yield from _options(item)


def _options(item: Item) -> Iterator[str]:
    for key, option in item.options.items():
        if not option.says.strip():
            yield f"option {key}: found no text in `says`"
        if option.excludes and item.kind != "many":
            yield f"option {key}: found `excludes`, expected it among ticks (kind many) only"


def _conditions(survey: Survey) -> Iterator[str]:
    home = {item.id: at for at, page in enumerate(survey.pages) for item in page.items}
    for at, page in enumerate(survey.pages):
        for place, key, line in _lines(page):
            for name, values in line.items():
                fault = _condition(survey, home, at, name, values)
                if fault:
                    yield f"{place}, {key}: {fault}"


def _lines(page: Page) -> Iterator[tuple[str, str, Condition]]:
    parts: list[tuple[str, Page | Item]] = [(f"page {page.id}", page)]
    parts += [(f"page {page.id}, item {item.id}", item) for item in page.items]
    for place, part in parts:
        for key, lines in (("ask_when", part.ask_when), ("ask_unless", part.ask_unless)):
            for line in lines:
                yield place, key, line


def _condition(
    survey: Survey, home: dict[str, int], at: int, name: str, values: Iterable[str]
) -> str | None:
    if name not in home and name not in survey.facts and name not in survey.derived:
        return f'found "{name}", expected an item of an earlier page, a fact or a derived field'
    late = sorted(i for i in inputs_of(survey, name) if home.get(i, -1) >= at)
    if late:
        return f'found "{name}", which rests on {", ".join(late)}, expected earlier pages only'
    possible = possible_values(survey, name)
    wrong = [value for value in values if value not in possible]
    if wrong:
        return f'found "{wrong[0]}" for {name}, expected one of {", ".join(possible)}'
    return None


def possible_values(survey: Survey, name: str) -> list[str]:
    """Return every value that an item, a fact or a derived field can have."""
    if name in survey.facts:
        return list(fact_values(survey.facts[name]))
    if name in survey.derived:
        return list(dict.fromkeys(line.gives for line in survey.derived[name].table))
    item = survey.items()[name]
    written = [WRITTEN] if item.kind == "text" else []
    return [*item.options, *written, SKIPPED, NOT_ASKED]


def _of(item: Item) -> str:
    return f"expected one of {', '.join(item.options)}"


def _pages(survey: Survey) -> Iterator[str]:
    sent = ""
    for page in survey.pages:
        if not page.title.strip():
            yield f"page {page.id}: found no text in `title`"
        if page.exit and page.items:
            yield f"page {page.id}: found items on an exit page, expected words only"
        if not page.exit and not page.items:
            yield f"page {page.id}: found no items, expected some (or exit = true)"
        if sent and not page.after_sending:
            yield f"page {page.id}: stands after a page that comes after sending: it cannot end"
        if sent and page.after_sending:
            yield f"page {page.id}: comes after sending as {sent} does, expected one such page"
        if page.after_sending:
            sent = page.id


def _reach(survey: Survey) -> Iterator[str]:
    for page in unreachable_pages(survey):
        yield f"page {page.id}: nobody can reach it, its conditions can never hold together"
