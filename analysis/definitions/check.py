"""Faults of a survey that only show when its parts are seen together."""

from collections import Counter
from collections.abc import Iterable, Iterator

from analysis.definitions.facts import fact_inputs, fact_values
from analysis.definitions.reach import inputs_of, unreachable_pages
from analysis.definitions.survey import (
    NOT_ASKED,
    SKIPPED,
    WRITTEN,
    Condition,
    Item,
    Page,
    Survey,
)


def survey_faults(survey: Survey) -> list[str]:
    """Return every fault as "place: what was found, what would be right"; none if it holds."""
    naming = [*_twice(survey), *_names_of_facts(survey), *_tables(survey)]
    if naming:  # what follows looks names up, and would only repeat these
        return naming
    conditions = list(_conditions(survey))
    return [
        *_items(survey),
        *conditions,
        *_pages(survey),
        *([] if conditions else _reach(survey)),
        *_aims(survey),
        *_stages(survey),
        *_cuts(survey),
        *_roles(survey),
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
    possible = _possible(survey, name)
    wrong = [value for value in values if value not in possible]
    if wrong:
        return f'found "{wrong[0]}" for {name}, expected one of {", ".join(possible)}'
    return None


def _possible(survey: Survey, name: str) -> list[str]:
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
    sent = False
    for page in survey.pages:
        if not page.title.strip():
            yield f"page {page.id}: found no text in `title`"
        if page.exit and page.items:
            yield f"page {page.id}: found items on an exit page, expected words only"
        if not page.exit and not page.items:
            yield f"page {page.id}: found no items, expected some (or exit = true)"
        if sent and not page.after_sending:
            yield f"page {page.id}: stands after a page that comes after sending: it cannot end"
        sent = sent or page.after_sending


def _reach(survey: Survey) -> Iterator[str]:
    for page in unreachable_pages(survey):
        yield f"page {page.id}: nobody can reach it, its conditions can never hold together"


def _aims(survey: Survey) -> Iterator[str]:
    items = survey.items()
    for aim in survey.aims:
        if not aim.measures:
            yield f"aim {aim.id}: found no measures, expected at least one"
        if aim.headline not in aim.measures:
            yield f'aim {aim.id}, headline: found "{aim.headline}", expected one of its measures'
        for name in (*aim.measures, *aim.composite):
            if fault := _measure_fault(items.get(name)):
                yield f'aim {aim.id}: found "{name}", {fault}'


def _measure_fault(item: Item | None) -> str | None:
    if item is None:
        return "expected the id of an item"
    meanings = {option.means for option in item.options.values()}
    if not {"right", "problem"} & meanings:
        return None if item.kind == "one" else "expected an item with options"
    return None if item.counted else "expected it to have `counted`, the words of its sentence"


def _has_problem(item: Item) -> bool:
    return any(option.means == "problem" for option in item.options.values())


def _stages(survey: Survey) -> Iterator[str]:
    yield from _twice_on_the_map(survey)
    items = survey.items()
    for stage in survey.stages:
        markers = {*stage.markers[0], *stage.markers[1]}
        for name in markers:
            if name not in items or not _has_problem(items[name]):
                yield f'stage {stage.id}, markers: found "{name}", expected an item with meanings'
        if set(stage.compare_on) - markers:
            yield f"stage {stage.id}, compare_on: expected markers of the stage"


def _twice_on_the_map(survey: Survey) -> Iterator[str]:
    """Yield items and codes that stand in two stages: they would be counted twice."""
    stage_of: dict[str, str] = {}
    groups = [(s.id, [*s.markers[0], *s.markers[1], *s.details, *s.codes]) for s in survey.stages]
    if survey.through:
        groups.append(("through", [*survey.through.details, *survey.through.codes]))
    for place, names in groups:
        for name in names:
            if stage_of.setdefault(name, place) != place:
                yield f'stage {place}: found "{name}", which stands in {stage_of[name]} too'


def _cuts(survey: Survey) -> Iterator[str]:
    items = survey.items()
    for name, cut in survey.cuts.items():
        if cut.of not in items and cut.of not in survey.derived:
            yield f'cuts.{name}: found "{cut.of}", expected an item or a derived field'
            continue
        possible = _possible(survey, cut.of)
        for group, members in cut.groups.items():
            for value in members.values:
                if value not in possible:
                    yield f'cuts.{name}, {group}: found "{value}", expected a value of {cut.of}'
    for name in survey.case_mix:
        if name not in survey.cuts:
            yield f'case_mix: found "{name}", expected a cut'


def _roles(survey: Survey) -> Iterator[str]:
    roles, items = survey.roles, survey.items()
    for role in ("meeting", "setting", "quotes", "research"):
        name = getattr(roles, role)
        if name not in items:
            yield f'roles.{role}: found "{name}", expected the id of an item'
    for role in ("had_review", "process", "review_type"):
        name = getattr(roles, role)
        if name not in survey.derived:
            yield f'roles.{role}: found "{name}", expected a derived field'
    for word in ("setting", "settings"):
        if not survey.words.get(word):
            yield f"words.{word}: found no word, expected what a setting is called"
    clocks = [item.id for item in items.values() if item.due_after_days is not None]
    if clocks and roles.meeting in items and items[roles.meeting].kind != "month":
        yield f"roles.meeting: {', '.join(clocks)} count from it, expected an item of kind month"
