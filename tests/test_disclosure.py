import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.disclosure import (
    hide_small,
    may_step,
    release_base,
    release_count,
    release_mean,
    release_range,
    release_share,
    release_theme,
    release_total,
    tier_of,
)
from analysis.report import Audience, Hidden, Shown, Tier, Why

SIGNED_IN = [Audience.FORUM, Audience.COUNCIL]


@pytest.mark.parametrize(
    ("base", "tier"),
    [(0, Tier.CLOSED), (9, Tier.CLOSED), (10, Tier.COUNTS), (29, Tier.COUNTS), (30, Tier.FULL)],
)
def test_a_base_opens_at_ten_and_shows_percentages_from_thirty(base, tier):
    assert tier_of(base) is tier


@pytest.mark.parametrize("audience", list(Audience))
def test_nine_replies_show_nothing_to_anybody(audience):
    assert release_base(9, audience) == Hidden(Why.UNDER_10)


@pytest.mark.parametrize("audience", SIGNED_IN)
def test_ten_replies_show_their_count_to_those_signed_in(audience):
    assert release_count(3, 10, audience) == Shown(3, 10)


def test_the_public_sees_no_count_below_thirty():
    assert release_count(3, 29, Audience.PUBLIC) == Hidden(Why.UNDER_30)


@pytest.mark.parametrize(("base", "seen"), [(30, 30), (32, 30), (33, 35), (37, 35), (38, 40)])
def test_the_public_sees_numbers_to_the_nearest_five(base, seen):
    assert release_base(base, Audience.PUBLIC) == Shown(seen, seen)


@pytest.mark.parametrize(
    ("seen", "now", "moves"),
    [(None, 9, False), (None, 10, True), (10, 19, False), (10, 20, True), (20, 15, False)],
)
def test_a_figure_moves_by_ten_replies_or_not_at_all(seen, now, moves):
    assert may_step(seen, now) is moves


def test_a_theme_of_four_families_is_not_told_apart():
    assert isinstance(release_theme(4, 60, Audience.FORUM), Hidden)
    assert release_theme(5, 60, Audience.FORUM) == Shown(5, 60)


def test_a_theme_of_nine_families_is_not_published():
    assert isinstance(release_theme(9, 60, Audience.PUBLIC), Hidden)


cells = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=1)


@given(cells=cells)
def test_a_hidden_cell_is_never_alone_with_a_small_number(cells):
    shown = hide_small(cells, {}, Audience.FORUM)
    hidden = [cells[a.key] for a in shown if isinstance(a.families, Hidden)]

    if hidden and sum(cells.values()) >= 10 and len(hidden) < sum(1 for n in cells.values() if n):
        assert len(hidden) > 1
        assert sum(hidden) >= 5


@given(cells=cells)
def test_cells_of_one_to_four_families_are_hidden(cells):
    for answer in hide_small(cells, {}, Audience.FORUM):
        if isinstance(answer.families, Shown):
            assert answer.families.value == 0 or answer.families.value >= 5


@pytest.mark.parametrize(
    ("share", "why"),
    [(1.0, Why.NEARLY_ALL), (0.95, Why.NEARLY_ALL), (0.05, Why.NEARLY_NONE), (0, Why.NEARLY_NONE)],
)
def test_the_public_is_not_told_that_everybody_or_nobody_said_it(share, why):
    assert release_mean((share, 0.0, 1.0), 40, Audience.PUBLIC) == Hidden(why)
    assert release_share(share, 40, Audience.PUBLIC) == Hidden(why)


@given(st.integers(30, 400), st.integers(0, 400))
def test_no_share_for_the_public_tells_all_from_almost_all(base, others):
    found = release_mean(((base - min(others, base)) / base, 0, 1), base, Audience.PUBLIC)
    assert isinstance(found, Hidden) or 0.05 <= found.value <= 0.95


@pytest.mark.parametrize("audience", [Audience.FORUM, Audience.COUNCIL])
def test_those_signed_in_see_that_everybody_said_it(audience):
    assert release_mean((1.0, 0.9, 1.0), 40, audience) == Shown(1.0, 40, (0.9, 1.0))


def test_a_difference_of_such_a_share_is_told_to_the_public_in_steps_of_five():
    found = release_range((0.312, 0.121, 0.466), 40, Audience.PUBLIC, edge=True)

    assert found == Shown(0.3, 40, (0.1, 0.5))
    assert release_range((0.312, 0.121, 0.466), 40, Audience.PUBLIC).range == (0.12, 0.47)


@pytest.mark.parametrize(
    ("parts", "total"), [((67, 117, 23), 180), ((30, 9, 0), 30), ((29, 29, 5), None)]
)
def test_the_public_can_add_up_what_it_is_shown(parts, total):
    assert getattr(release_total(parts, Audience.PUBLIC), "value", None) == total
