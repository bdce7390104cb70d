"""What changed between two versions: worded otherwise, asked of others, or of another meaning."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from analysis.definitions.survey import Item, Option, Page, Survey

Kind = Literal["added", "removed", "wording", "meaning", "asked_of"]
WORDING = ("asks", "hint", "short", "counted", "limit", "waited", "required_says", "looks")
MEANING = ("kind", "options_from", "due_after_days", "compared", "required", "tone")
ASKED_OF = ("ask_when", "ask_unless")
RESULTS = ("facts", "derived", "cuts", "tables")
LISTS = ("aims", "stages")
SAYS = ("says", "name")  # of a fact, a field, an aim: its words, whatever it means
NOT_THE_SAME = ("added", "removed", "wording", "meaning")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: at which place, of which key, from what to what."""

    place: str
    kind: Kind
    key: str = ""
    was: str = ""
    now: str = ""
    item: str | None = None


def find_changes(old: Survey, new: Survey) -> list[Change]:
    """Return every change, items first and in the order of the new version."""
    return [*_item_changes(old, new), *_result_changes(old, new)]


def unchanged_items(old: Survey, new: Survey) -> set[str]:
    """Return the items whose words and meaning are the same, whoever is asked."""
    changed = {change.item for change in _item_changes(old, new) if change.kind in NOT_THE_SAME}
    return set(old.items()) & set(new.items()) - changed


def _item_changes(old: Survey, new: Survey) -> Iterator[Change]:
    before, after = old.items(), new.items()
    pages = {version: _page_of(survey) for version, survey in (("old", old), ("new", new))}
    for id_, item in after.items():
        if id_ not in before:
            yield Change(f"item {id_}", "added", now=item.asks, item=id_)
            continue
        yield from _of_item(before[id_], item)
        yield from _keys(f"item {id_}", "asked_of", ASKED_OF, before[id_], item, id_)
        page = pages["old"][id_], pages["new"][id_]
        yield from _keys(f"item {id_}, its page", "asked_of", ASKED_OF, *page, id_)
    for id_, item in before.items():
        if id_ not in after:
            yield Change(f"item {id_}", "removed", was=item.asks, item=id_)


def _page_of(survey: Survey) -> Mapping[str, Page]:
    return {item.id: page for page in survey.pages for item in page.items}


def _of_item(old: Item, new: Item) -> Iterator[Change]:
    place = f"item {new.id}"
    yield from _keys(place, "meaning", MEANING, old, new, new.id)
    yield from _keys(place, "wording", WORDING, old, new, new.id)
    for key in dict.fromkeys([*new.options, *old.options]):
        yield from _of_option(
            f"{place}, option {key}", old.options.get(key), new.options.get(key), new.id
        )


def _of_option(place: str, old: Option | None, new: Option | None, item: str) -> Iterator[Change]:
    """Yield the changes of one answer; another choice of answers is another meaning."""
    if old is None or new is None:
        was, now = (old.says if old else ""), (new.says if new else "")
        yield Change(place, "meaning", "options", was or "no such answer", now or "none", item)
        return
    yield from _keys(place, "meaning", ("means", "excludes"), old, new, item)
    yield from _keys(place, "wording", ("says", "hint"), old, new, item)


def _result_changes(old: Survey, new: Survey) -> Iterator[Change]:
    for name in RESULTS:
        yield from _named(name.removesuffix("s"), getattr(old, name), getattr(new, name))
    for name in LISTS:
        parts = [{part.id: part for part in getattr(survey, name)} for survey in (old, new)]
        yield from _named(name.removesuffix("s"), *parts)
    both = [{"within a family": survey.change} if survey.change else {} for survey in (old, new)]
    yield from _named("change", *both)


def _named(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for name in dict.fromkeys([*new, *old]):
        place = f"{kind} {name}"
        if name not in old or name not in new:
            yield Change(place, "removed" if name in old else "added")
            continue
        before, after = old[name].model_dump(), new[name].model_dump()
        for key in before:
            if before[key] != after[key]:
                said: Kind = "wording" if key in SAYS else "meaning"
                yield Change(place, said, key, _short(before[key]), _short(after[key]))


def _keys(
    place: str, kind: Kind, keys: tuple[str, ...], old: Any, new: Any, item: str
) -> Iterator[Change]:
    for key in keys:
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            yield Change(place, kind, key, _short(was), _short(now), item)


def _short(value: Any) -> str:
    return "nothing" if value in (None, "", ()) else str(value)
