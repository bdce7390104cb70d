"""Like compared with like, on the worked example in which the whole misleads."""

import json
from pathlib import Path

import pytest

from analysis.evidence.comparing.case_mix import (
    balance,
    like_for_like,
    strata_of,
    stratum,
    weighted_difference,
)
from analysis.evidence.comparing.ranges import difference_of
from analysis.evidence.counting.counts import Counts

FACTS = json.loads(
    (Path(__file__).parents[2] / "facts" / "statistics.json").read_text(encoding="utf-8")
)


def process(**strata):
    base = sum(n for n, _ in strata.values())
    counted = sum(k for _, k in strata.values())
    cells = tuple((number, *cell) for number, cell in enumerate(strata.values()))
    outcomes = {"right": counted, "problem": base - counted}
    spread = tuple(
        (10 * n + i, c[1] // 6, c[2] // 6) for n, c in enumerate(cells) for i in range(6)
    )
    return Counts(outcomes, {}, cells=spread, strata=strata)


# Old: 60 % special at 80 %, 40 % mainstream at 50 %. Pilot: 20 % at 82 %, 80 % at 53 %.
OLD = process(special=(300, 240), mainstream=(200, 100))
PILOT = process(special=(100, 82), mainstream=(400, 212))


def test_the_pilot_looks_worse_as_a_whole():
    assert difference_of(PILOT, OLD)[0] == pytest.approx(0.588 - 0.68)


def test_among_similar_children_it_is_better():
    assert like_for_like(PILOT, OLD)[0] == pytest.approx(0.0264, abs=1e-4)


def test_groups_weigh_the_same_in_both_processes():
    for _, _, _, pilot, old in balance(strata_of(PILOT, OLD)):
        assert pilot == pytest.approx(old, abs=1e-9)


def test_too_few_families_are_not_told_apart():
    few = process(special=(12, 6), mainstream=(6, 6))

    assert like_for_like(few, few) is None


def test_the_finest_groups_the_numbers_allow_are_taken():
    fine = {f"{kind}|{phase}": (60, 30) for kind in "ab" for phase in "xyz"}
    coarse = dict.fromkeys(fine, (8, 3))

    assert len(strata_of(process(**fine), process(**fine))) == 6
    assert len(strata_of(process(**coarse), process(**coarse))) == 2


def test_families_of_no_known_group_are_left_out():
    known = {"a": (60, 30), "b": (60, 30)}

    assert len(strata_of(process(**known, **{"": (5, 5)}), process(**known))) == 2


@pytest.mark.parametrize("fact", FACTS["weighted_difference"])
def test_the_difference_within_groups_is_the_published_one(fact):
    strata = [
        stratum(str(at), (sum(pilot), pilot[0]), (sum(old), old[0]))
        for at, (pilot, old) in enumerate(fact["tables"])
    ]

    found = weighted_difference(strata)
    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


def test_processes_without_a_group_in_common_are_compared_as_they_are():
    pilot, old = process(a=(60, 40), b=(1, 1)), process(c=(60, 20), b=(1, 0))

    assert like_for_like(pilot, old) is None


def test_a_few_families_that_would_carry_all_the_weight_are_not_weighted():
    pilot = process(special=(470, 240), mainstream=(20, 12))
    old = process(special=(20, 10), mainstream=(30, 12))

    assert like_for_like(pilot, old) is None
