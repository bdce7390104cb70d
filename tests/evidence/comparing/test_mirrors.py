"""What is said stays said whatever processes, answers and settings are called."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.definitions.loading import load_survey
from analysis.evidence.comparing.findings import Terms, find_measures
from analysis.evidence.counting.counts import Counts, Journey, Tally
from analysis.report import Tier
from tests.definitions.small import write_survey

OPEN = {(item, arm): Tier.FULL for item in "AB" for arm in ("pilot", "old", "unclear")}
TURNED = {"more": "less", "less": "more", None: None}


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    return load_survey(write_survey(tmp_path_factory.mktemp("small")))


@st.composite
def processes(draw, sizes=(2, 4, 8, 8, 14, 14)):
    """The counts of one process: settings of a few families each, some families of none known."""
    share = draw(st.sampled_from([0.1, 0.4, 0.6, 0.9, 1.0]))
    random = draw(st.randoms(use_true_random=False))
    cells = []
    for setting in range(draw(st.sampled_from(sizes))):
        base = random.randint(1, 9)
        cells.append((setting, base, sum(random.random() < share for _ in range(base))))
    apart = draw(st.sampled_from([0, 0, 0, 5, 30]))
    right_apart = sum(random.random() < share for _ in range(apart))
    base = sum(n for _, n, _ in cells) + apart
    right = sum(k for _, _, k in cells) + right_apart
    outcomes = {"right": right, "problem": base - right}
    strata = {"a": (base // 2, right // 2), "b": (base - base // 2, right - right // 2)}
    return Counts(
        outcomes, {}, cells=tuple(cells), apart=(apart, right_apart), strata=strata if base else {}
    )


arms = st.tuples(processes(), processes(), processes(sizes=(0, 0, 1, 3)))


def find(survey, pilot, old, unclear):
    found = {"pilot": pilot, "old": old, "unclear": unclear}
    items = {("A", arm): counts for arm, counts in found.items()}
    items |= {("B", arm): Counts({}, {}) for arm in found}
    tally = Tally({}, {}, items, {}, {}, {"pilot": Journey(0, {}, {})}, {}, {}, {}, {})
    openings = {k: Tier.FULL if items[k].base >= 10 else Tier.CLOSED for k in OPEN}
    return find_measures(tally, survey, Terms(openings, seed=7, margin=0.1))[0]


def said(finding):
    return (finding.verdict, finding.view.p_value, finding.replies_needed, finding.from_settings)


@settings(max_examples=100)
@given(found=arms)
def test_swapping_the_processes_mirrors_what_is_said(survey, found):
    pilot, old, unclear = found
    forward, back = find(survey, pilot, old, unclear), find(survey, old, pilot, unclear)

    if forward.view.difference:
        estimate, low, high = back.view.difference
        assert forward.view.difference == pytest.approx((-estimate, -high, -low))
    assert forward.view.p_value == back.view.p_value
    assert where_not_told(forward) == replace(
        where_not_told(back), direction=TURNED[back.verdict.direction]
    )


def where_not_told(finding):
    """The verdict without the process whose settings are few: of two, the pilot is named."""
    return replace(finding.verdict, settings_few=None, some_unplaced=False)


@settings(max_examples=100)
@given(found=arms)
def test_counting_those_for_whom_it_went_badly_changes_nothing_that_is_said(survey, found):
    assert said(find(survey, *found)) == said(find(survey, *map(turned_round, found)))


def turned_round(counts):
    """The same families, those with a problem counted."""
    return replace(
        counts,
        of="problem",
        cells=tuple((c, n, n - k) for c, n, k in counts.cells),
        apart=(counts.apart[0], counts.apart[0] - counts.apart[1]),
        strata={name: (n, n - k) for name, (n, k) in counts.strata.items()},
    )


@settings(max_examples=100)
@given(found=arms, names=st.permutations(range(100, 114)))
def test_what_settings_are_called_changes_nothing_that_is_said(survey, found, names):
    def named(counts):
        cells = sorted((names[c], n, k) for c, n, k in counts.cells)
        return replace(counts, cells=tuple(cells))

    assert said(find(survey, *found)) == said(find(survey, *map(named, found)))
