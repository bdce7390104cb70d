"""How far the answers bear: how many settings, one large setting, how many replies more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.definitions.survey import Outcome, Process
from analysis.evidence.comparing.case_mix import balance, families_in_effect, strata_of
from analysis.evidence.comparing.findings import FROM_SETTINGS, Finding
from analysis.evidence.comparing.ranges import difference_of, effect_of
from analysis.evidence.counting.counts import Counts
from analysis.evidence.power import replies_for_power

GAPS = (10, 15, 20, 25)  # in every hundred families
LEAST = 10
ENOUGH, NEEDED, BEYOND = "enough", "needed", "beyond"


@dataclass(frozen=True, slots=True)
class Need:
    """How many more replies one process needs; `state`: "enough", "needed" or "beyond" all."""

    more: int
    state: str


@dataclass(frozen=True, slots=True)
class GapReach:
    """What it takes to show a gap of so many in every hundred families, four times in five."""

    gap: int
    pilot: Need
    old: Need
    from_settings: bool


def without_one(pilot: Counts, old: Counts) -> tuple[float, float] | None:
    """Return the least and the greatest difference when any one setting is left out.

    None where nothing is left to compare without the largest.
    """
    found = []
    for arm, counts in enumerate((pilot, old)):
        for cell in counts.cells:
            rest = _left(counts, cell[0])
            if rest.base < LEAST:
                return None
            pair = (rest, old) if arm == 0 else (pilot, rest)
            found.append(difference_of(*pair)[0])
    return (min(found), max(found)) if found else None


def _left(counts: Counts, cluster: int) -> Counts:
    """Return the counts without one setting."""
    base, counted = next((n, k) for c, n, k in counts.cells if c == cluster)
    kept, others = counts.counted - counted, counts.base - base - (counts.counted - counted)
    other: Outcome = "problem" if counts.of == "right" else "right"
    return replace(
        counts,
        outcomes={counts.of: kept, other: others},
        cells=tuple(cell for cell in counts.cells if cell[0] != cluster),
    )


def reach_of(finding: Finding, eligible: Mapping[Process, int]) -> Iterator[GapReach]:
    """Yield, for each gap, how many more replies would most likely show it.

    Parameters
    ----------
    eligible
        How many families each process has in all, where known: nobody asks for more.
    """
    pilot, old = finding.pilot, finding.old
    share = (pilot.counted + old.counted) / (pilot.base + old.base)
    effects = effect_of(pilot), effect_of(old)
    for gap in GAPS:
        # Towards the middle, where shares vary most: the cautious side.
        other = share - gap / 100 if share >= 0.5 else share + gap / 100
        needs = [
            _need(replies_for_power(share, other, design_effect=effect), counts.base, most)
            for effect, counts, most in zip(
                effects, (pilot, old), (eligible.get("pilot"), eligible.get("old")), strict=True
            )
        ]
        yield GapReach(gap, needs[0], needs[1], max(effects) > FROM_SETTINGS)


def _need(wanted: int, base: int, most: int | None) -> Need:
    if wanted <= base:
        return Need(0, ENOUGH)
    if most is not None and wanted > most:
        return Need(0, BEYOND)
    return Need(wanted - base, NEEDED)


def in_effect(pilot: Counts, old: Counts) -> tuple[float, float] | None:
    """Return how many families of each process count in effect when like is compared with like.

    None where the numbers are too few for that.
    """
    strata = strata_of(pilot, old)
    if not strata:
        return None
    weights = [stratum.weight for stratum in strata]
    sides = [stratum.pilot[0] for stratum in strata], [stratum.old[0] for stratum in strata]
    ours, theirs = (families_in_effect(weights, families) for families in sides)
    return ours, theirs


def balance_of(pilot: Counts, old: Counts, cuts: Sequence[str]) -> dict[tuple[str, str], float]:
    """Return each group's share (cut, group) of both processes when like is compared with like.

    Nothing where the numbers are too few for that. `cuts` are those of the case mix, in the
    order in which the strata name their groups.
    """
    found: dict[tuple[str, str], float] = {}
    for name, _, _, weight, _ in balance(strata_of(pilot, old)):
        for cut, group in zip(cuts, name.split("|"), strict=False):
            found[cut, group] = found.get((cut, group), 0.0) + weight
    return found
