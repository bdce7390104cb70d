"""The gate for rows: which answers, without any words, may leave for research.

What somebody could know of a family (its process, its groups, its quarter) is told so coarsely
that every row is like at least nine others (k-anonymity). Within such a class an answer that all
gave, or all but one, is not shown (l-diversity): else whoever knows that a family is among them
would know its answer. And where the rows are taken from a count that was shown elsewhere, never
fewer than ten families are left.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from analysis.definitions.survey import NOT_ASKED, SKIPPED
from analysis.disclosure import SHOW
from analysis.errors import StoreError

NOT_SHOWN, HIDDEN = "not_shown", ""
OTHERWISE = 2  # families of a class that must have answered otherwise than most
NO_ANSWER = {NOT_ASKED, SKIPPED, NOT_SHOWN}
Known = tuple[str, ...]  # what could be known of a family: the process first, the finest last
Place = tuple[Any, ...]  # of a count: the question, the process and, of a group, where and which
Part = TypeVar("Part")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Family:
    """One response as it is weighed here: those who did not agree too."""

    agreed: bool
    known: Known
    answers: tuple[str, ...]


@dataclass(slots=True)
class Row:
    """One response as it leaves; `process` is for the gate alone."""

    process: str
    known: Known
    answers: list[str]


@dataclass(frozen=True, slots=True)
class Release:
    """The rows in an order that says nothing, and how many are alike at least."""

    rows: tuple[Row, ...]
    smallest: int


def release_rows(families: Iterable[Family], seed: int) -> Release:
    """Return the rows that may leave; StoreError where too few families agreed."""
    everybody = sorted(families, key=lambda one: (one.known, one.answers, one.agreed))
    agreed = [family for family in everybody if family.agreed]
    if len(agreed) < SHOW:
        raise StoreError(
            f"research: found fewer than {SHOW} families who agreed to it, expected {SHOW} or"
            " more. Nothing was written."
        )
    chance = random.Random(seed)
    rows = list(_tell_coarsely(agreed))
    whole = _counts((one.known[0], one.known, one.answers) for one in everybody)
    changed = True
    while changed:  # to hide one cell can leave too few beside another
        changed = _hide_what_all_said(rows)
        changed |= _hide_what_is_left(whole, rows, chance)
    rows.sort(key=lambda row: (row.known, row.answers))
    chance.shuffle(rows)
    return Release(tuple(rows), min(Counter(row.known for row in rows).values()))


def _tell_coarsely(families: Sequence[Family]) -> Iterator[Row]:
    """Yield the rows with as much of what is known as at least ten have in common."""
    classes: dict[Known, list[Family]] = {}
    waiting, width = list(families), len(families[0].known)
    for shown in reversed(range(width + 1)):
        groups: dict[Known, list[Family]] = {}
        for family in waiting:
            groups.setdefault(_coarse(family.known, shown), []).append(family)
        waiting = []
        for known, members in sorted(groups.items(), key=lambda group: group[0]):
            if shown <= 1:
                members += _pulled(classes, known[:shown], SHOW - len(members))
            if len(members) >= SHOW:
                classes.setdefault(known, []).extend(members)
            else:
                waiting += members
    for known, members in classes.items():
        for family in members:
            yield Row(family.known[0], known, list(family.answers))


def _coarse(known: Known, shown: int) -> Known:
    return known[:shown] + (HIDDEN,) * (len(known) - shown)


def _pulled(classes: dict[Known, list[Family]], beginning: Known, short: int) -> list[Family]:
    """Take the smallest classes of a process, or of any, until so many families are there."""
    pulled: list[Family] = []
    while len(pulled) < short:
        there = [known for known in classes if known[: len(beginning)] == beginning]
        if not there:
            break
        pulled += classes.pop(min(there, key=lambda known: (len(classes[known]), known)))
    return pulled


def _hide_what_all_said(rows: Sequence[Row]) -> bool:
    """Hide what all of a class answered, or all but one; say whether anything changed."""
    changed = False
    for members in _by(rows, lambda row: row.known).values():
        for at in range(len(members[0].answers)):
            given = Counter(row.answers[at] for row in members if row.answers[at] not in NO_ANSWER)
            if given and max(given.values()) > given.total() - OTHERWISE:
                changed = True
                for row in members:
                    row.answers[at] = NOT_SHOWN
    return changed


def _hide_what_is_left(
    whole: Mapping[Place, int], rows: Sequence[Row], chance: random.Random
) -> bool:
    """Hide further answers where fewer than ten would be left of a count shown elsewhere."""
    changed = False
    seen = _counts((row.process, row.known, row.answers) for row in rows)
    for key, given in whole.items():
        if not 0 < given - seen[key] < SHOW:
            continue
        at, *group = key
        visible = [row for row in rows if row.answers[at] not in NO_ANSWER and _is_of(row, group)]
        short = SHOW - (given - len(visible))  # what was hidden just now counts too
        changed |= bool(visible) and short > 0
        for row in chance.sample(visible, max(0, min(short, len(visible)))):
            row.answers[at] = NOT_SHOWN
    return changed


def _counts(told: Iterable[tuple[str, Known, Sequence[str]]]) -> Counter[Place]:
    """Return how many gave an answer, by question and process, and in each of its groups."""
    found: Counter[Place] = Counter()
    for process, known, answers in told:
        for at, answer in enumerate(answers):
            if answer not in NO_ANSWER:
                found[at, process] += 1
                found.update((at, process, place, known[place]) for place in range(1, len(known)))
    return found


def _is_of(row: Row, group: Sequence[Any]) -> bool:
    """Say whether a row is seen to be of a process or of one of its groups."""
    process, *rest = group
    return row.process == process and (not rest or row.known[rest[0]] == rest[1])


def _by(parts: Iterable[Part], key: Callable[[Part], Key]) -> dict[Key, list[Part]]:
    found: dict[Key, list[Part]] = {}
    for part in parts:
        found.setdefault(key(part), []).append(part)
    return found
