"""Faults among what results rest on: aims, stages, cuts, tables, roles."""

from collections.abc import Iterator

from analysis.definitions.checking.questions import possible_values
from analysis.definitions.groups import Question
from analysis.definitions.survey import NOT_ASKED, SKIPPED, Item, Survey


def result_faults(survey: Survey) -> list[str]:
    """Return the faults of aims, stages, cuts, tables and roles."""
    parts = (_aims, _stages, _cuts, _tables, _change, _roles)
    return [fault for part in parts for fault in part(survey)]


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
        possible = possible_values(survey, cut.of)
        for group, members in cut.groups.items():
            for value in members.values:
                if value not in possible:
                    yield f'cuts.{name}, {group}: found "{value}", expected a value of {cut.of}'
    for name in survey.case_mix:
        if name not in survey.cuts:
            yield f'case_mix: found "{name}", expected a cut'


def _tables(survey: Survey) -> Iterator[str]:
    for name, table in survey.tables.items():
        kinds = {value for group in table.groups.values() for value in group.values}
        known = {line.gives for line in survey.derived[survey.roles.review_type].table}
        for value in sorted(kinds - known):
            of = survey.roles.review_type
            yield f'tables.{name}, groups: found "{value}", expected a value of {of}'
        for question in table.questions:
            yield from _columns(f"tables.{name}, {question.item}", question, survey)


def _columns(place: str, question: Question, survey: Survey) -> Iterator[str]:
    item = survey.items().get(question.item)
    if item is None or item.kind != "one" or item.due_after_days is not None:
        yield f"{place}: expected an item of kind one without a limit"
        return
    told = [value for column in question.columns.values() for value in column.values]
    for value in dict.fromkeys(told):
        if value not in (*item.options, SKIPPED, NOT_ASKED) or told.count(value) > 1:
            yield f'{place}: found "{value}", expected one of its answers, in one column'
    missing = {*item.options, SKIPPED} - set(told)
    missing |= ({NOT_ASKED} if item.ask_when else set()) - set(told)
    if missing:
        yield f"{place}: found no column for {', '.join(sorted(missing))}, expected one for all"


def _change(survey: Survey) -> Iterator[str]:
    change = survey.change
    if change is None:
        return
    item = survey.items().get(change.item)
    if item is None or item.kind != "one":
        yield f'change, item: found "{change.item}", expected an item of kind one'
    elif set(change.means) != set(item.options):
        yield f"change, means: expected what each answer to {change.item} means"


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
