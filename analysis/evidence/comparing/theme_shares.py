"""Themes by process: the computer's reading of all, put right by people's reading of some."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from analysis.evidence.comparing.families import adjusted_p_values
from analysis.evidence.comparing.findings import arm_of
from analysis.evidence.comparing.ranges import Range, difference_of, effect_of, share_of
from analysis.evidence.counting.counts import Counts
from analysis.evidence.intervals import Z95
from analysis.evidence.prevalence import ppi_mean
from analysis.evidence.verdict import Verdict, View, choose_rule

LEAST_READ = 10  # families people read in a process, before themes are compared at all
LEAST_EACH = 5  # of those, families who wrote of a theme and who did not, to lean on the computer


@dataclass(frozen=True, slots=True)
class Mark:
    """The codes of one family's words: the computer's, and a person's where one drew it by lot.

    `taught`: what the person said of them has taught the computer, so it knew.
    """

    process: str
    cluster: int | None
    machine: frozenset[str]
    human: frozenset[str] | None
    taught: bool = False


@dataclass(frozen=True, slots=True)
class ThemeArm:
    """One theme in one process: what people found in those they read, and the mixed estimate.

    `mixed` is (estimate, standard error) of prediction-powered inference; None where too few were
    found for it, where everybody's words were read, or where some of those that people read have
    taught the computer: on them it is better than on the rest, which they could not put right.
    """

    counts: Counts
    wrote: int
    mixed: tuple[float, float] | None

    def to_json(self) -> dict[str, Any]:
        """Return a plain form that `from_json` takes back."""
        return {"counts": self.counts.to_json(), "wrote": self.wrote, "mixed": self.mixed}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "ThemeArm":
        """Return what `to_json` wrote."""
        mixed = tuple(plain["mixed"]) if plain["mixed"] else None
        return cls(Counts.from_json(plain["counts"]), plain["wrote"], mixed)

    @property
    def share(self) -> Range:
        """The share of families who wrote of the theme, with its range."""
        if self.mixed is None:
            return share_of(self.counts)
        estimate, error = self.mixed
        half = Z95 * error
        return estimate, max(0.0, estimate - half), min(1.0, estimate + half)


@dataclass(frozen=True, slots=True)
class ThemeFinding:
    """One theme in both processes; the difference is pilot minus old, of families who wrote."""

    code: str
    pilot: ThemeArm
    old: ThemeArm
    view: View
    verdict: Verdict


def read_arms(marks: Iterable[Mark], codes: Sequence[str]) -> dict[tuple[str, str], ThemeArm]:
    """Return each theme in each process, of the families who wrote."""
    by_arm: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_arm[mark.process].append(mark)
    return {
        (code, arm): _arm(code, by_arm.get(arm, [])) for code in codes for arm in ("pilot", "old")
    }


def _arm(code: str, marks: Sequence[Mark]) -> ThemeArm:
    read = [mark for mark in marks if mark.human is not None]
    found = [int(code in (mark.human or ())) for mark in read]
    counts = _counts(read, found)
    rest = [int(code in mark.machine) for mark in marks if mark.human is None]
    positives = sum(found)
    if any(mark.taught for mark in read):
        return ThemeArm(counts, len(marks), None)
    if not rest or min(positives, len(found) - positives) < LEAST_EACH:
        return ThemeArm(counts, len(marks), None)
    mean = ppi_mean(found, [int(code in mark.machine) for mark in read], rest)
    if mean.weight == 0:
        return ThemeArm(counts, len(marks), None)
    return ThemeArm(counts, len(marks), (mean.estimate, mean.error * sqrt(effect_of(counts))))


def _counts(read: Sequence[Mark], found: Sequence[int]) -> Counts:
    cells: dict[int | None, list[int]] = defaultdict(lambda: [0, 0])
    for mark, flag in zip(read, found, strict=True):
        cells[mark.cluster][0] += 1
        cells[mark.cluster][1] += flag
    apart = cells.pop(None, [0, 0])
    return Counts(
        outcomes={"right": sum(found), "problem": len(found) - sum(found)},
        answers={},
        cells=tuple((c, n, k) for c, (n, k) in sorted(cells.items()) if c is not None),
        apart=(apart[0], apart[1]),
    )


def find_themes(
    arms: Mapping[tuple[str, str], ThemeArm], seed: int, margin: float | None = None
) -> list[ThemeFinding]:
    """Return a finding for each theme that people read enough families' words for, in both.

    The words rest on whole settings dealt out anew among those read; the range on all who wrote.

    References
    ----------
    Angelopoulos et al. (2023), Science 382, 669 (prediction-powered inference), with the weight
    of PPI++ (arXiv 2311.01453).
    """
    codes = [
        code
        for code in dict.fromkeys(code for code, _ in arms)
        if min(arms[code, "pilot"].counts.base, arms[code, "old"].counts.base) >= LEAST_READ
    ]
    pairs = [(arms[code, "pilot"].counts, arms[code, "old"].counts) for code in codes]
    tested = adjusted_p_values(pairs, seed) if pairs else []
    return [
        _find(code, arms[code, "pilot"], arms[code, "old"], p_values, margin)
        for code, p_values in zip(codes, tested, strict=True)
    ]


def _find(
    code: str,
    pilot: ThemeArm,
    old: ThemeArm,
    p_values: tuple[float | None, float | None],
    margin: float | None,
) -> ThemeFinding:
    view = View(_difference(pilot, old), p_value=p_values[0], adjusted=p_values[1])
    verdict = choose_rule(arm_of(pilot.counts), arm_of(old.counts), view, margin)
    return ThemeFinding(code, pilot, old, view, verdict)


def _difference(pilot: ThemeArm, old: ThemeArm) -> Range:
    if pilot.mixed is None or old.mixed is None:
        return difference_of(pilot.counts, old.counts)
    estimate = pilot.mixed[0] - old.mixed[0]
    half = Z95 * sqrt(pilot.mixed[1] ** 2 + old.mixed[1] ** 2)
    return estimate, max(-1.0, estimate - half), min(1.0, estimate + half)
