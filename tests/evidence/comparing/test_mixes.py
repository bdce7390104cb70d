"""Who replied in which period: the waves of a survey whose families change."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.comparing.mixes import REST, build_mix

months = st.dictionaries(
    st.sampled_from([f"2026-{month:02d}" for month in range(1, 13)]),
    st.dictionaries(st.sampled_from(["a", "b", ""]), st.integers(1, 15), min_size=1),
    min_size=1,
)


def test_quarters_of_ten_families_stand_alone():
    mix = build_mix({"2026-01": {"a": 12}, "2026-04": {"a": 4, "b": 9}}, {"a": 16, "b": 9}, 25)

    assert mix["2026-01/2026-03"] == {"a": 12, "b": 0, REST: 0}
    assert mix["2026-04/2026-06"] == {"a": 4, "b": 9, REST: 0}


def test_a_small_quarter_goes_with_the_next():
    mix = build_mix({"2026-02": {"a": 6}, "2026-05": {"a": 7}, "2026-08": {"a": 11}}, {"a": 24}, 24)

    assert list(mix) == ["2026-01/2026-06", "2026-07/2026-09", REST]


def test_a_few_families_without_a_date_take_the_last_period_with_them():
    mix = build_mix(
        {"2026-01": {"a": 12}, "2026-04": {"a": 13}, "2026-07": {"a": 14}}, {"a": 42}, 42
    )

    assert list(mix) == ["2026-01/2026-03", "2026-04/2026-06", REST]
    assert mix[REST]["a"] == 17


def test_one_period_alone_says_nothing():
    assert build_mix({"2026-01": {"a": 12}}, {"a": 12}, 12) == {}


@given(months, st.integers(0, 30))
def test_rows_and_columns_sum_to_what_is_known_of_the_process(dated, undated):
    groups = {
        name: sum(cells.get(name, 0) for cells in dated.values()) + (undated if name == "a" else 0)
        for name in "ab"
    }
    total = undated + sum(sum(cells.values()) for cells in dated.values())
    mix = build_mix(dated, groups, total)

    for name in groups if mix else ():
        assert sum(row[name] for row in mix.values()) == groups[name]
    if mix:
        assert sum(sum(row.values()) for row in mix.values()) == total
        assert all(n >= 0 for row in mix.values() for n in row.values())
