"""diff: two versions of a survey, worded otherwise or of another meaning, line by line."""

from collections.abc import Iterator
from pathlib import Path

from analysis.definitions.loading import load_survey
from analysis.definitions.survey import Survey
from analysis.definitions.versions.changes import Change, find_changes, unchanged_items
from analysis.definitions.versions.equivalence import load_equivalences, translate

KINDS = {
    "meaning": "means something else",
    "wording": "worded otherwise",
    "asked_of": "asked of other families",
    "added": "new",
    "removed": "gone",
}


def diff(old: Path, new: Path) -> list[str]:
    """Return what changed from one survey folder to another, and what is counted together."""
    before, after = _load(old), _load(new)
    changes = find_changes(before, after)
    lines = [_line(change) for kind in KINDS for change in changes if change.kind == kind]
    return [*lines, *_together(before, after, new)]


def _load(path: Path) -> Survey:
    return load_survey(path.parent, path.name) if path.suffix == ".toml" else load_survey(path)


def _line(change: Change) -> str:
    said = f"{change.place}: {KINDS[change.kind]}"
    if not change.key:
        return said
    return f'{said}, {change.key}: was "{change.was}", is "{change.now}"'


def _together(before: Survey, after: Survey, new: Path) -> Iterator[str]:
    """Say which answers to the earlier version count in the later one."""
    folder = new.parent if new.suffix == ".toml" else new
    declared = load_equivalences(folder, after).same
    same = unchanged_items(before, after)
    counted = {name for name, _ in translate(before, after, declared).items.values()}
    apart = [name for name in after.items() if name in before.items() and name not in counted]
    yield f"{len(same)} items are the same: their answers are counted together."
    for one in declared:
        if one.of == before.hash:
            was = one.was or one.item
            yield f"{one.item}: counted with {was}; {one.by} declared it so on {one.on}."
    if apart:
        yield (
            f"Not counted with answers to the earlier version: {', '.join(apart)}. A named person"
            f' can declare them the same in equivalent.toml, of = "{before.hash}".'
        )
