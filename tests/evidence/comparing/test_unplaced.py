from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.comparing.ranges import difference_of
from analysis.evidence.comparing.unplaced import placed_against, placed_for
from tests.counts import counts

sizes = st.integers(0, 30)
both = st.sampled_from(["right", "problem"])


@given(a=sizes, b=sizes, c=sizes, d=sizes, e=sizes, f=sizes, of=both)
def test_replies_placed_otherwise_move_the_difference_each_way(a, b, c, d, e, f, of):
    pilot, old = counts(a + 1, b, settings=5, of=of), counts(c, d + 1, settings=5, of=of)
    unclear = counts(e, f, settings=3, apart=min(2, e + f), of=of)

    worst = difference_of(*placed_against(pilot, old, unclear))[0]
    best = difference_of(*placed_for(pilot, old, unclear))[0]

    assert worst - 1e-9 <= difference_of(pilot, old)[0] <= best + 1e-9


@given(a=sizes, b=sizes, e=sizes, f=sizes, of=both)
def test_no_reply_is_lost_or_counted_twice(a, b, e, f, of):
    pilot, old = counts(a, b, settings=4, of=of), counts(b, a, settings=4, of=of)
    unclear = counts(e, f, settings=3, apart=min(2, e + f), of=of)

    for placed in (placed_against, placed_for):
        one, other = placed(pilot, old, unclear)
        assert one.base + other.base == pilot.base + old.base + unclear.base
        for found in (one, other):
            assert sum(n for _, n, _ in found.cells) + found.apart[0] == found.base
