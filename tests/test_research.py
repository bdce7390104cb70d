import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import StoreError
from analysis.research import HIDDEN, NO_ANSWER, NOT_SHOWN, Family, release_rows

AGREE, DISAGREE = "agree", "disagree"


def families(number, seed=1, share_agreed=0.8):
    """Return made-up families: process, stage, kind and quarter, and three answers each."""
    chance = random.Random(seed)
    return [
        Family(
            agreed=chance.random() < share_agreed,
            known=(
                chance.choice(["pilot", "old", "old"]),
                chance.choice(["primary", "primary", "secondary"]),
                chance.choice(["mainstream", "mainstream", "mainstream", "special"]),
                chance.choice(["2026 Q1", "2026 Q2"]),
            ),
            answers=tuple(
                chance.choice([AGREE, AGREE, DISAGREE, "skipped", "not_asked"]) for _ in range(3)
            ),
        )
        for _ in range(number)
    ]


populations = st.builds(
    families,
    st.integers(90, 250),
    st.integers(0, 10_000),
    st.sampled_from([0.4, 0.8, 0.97, 1.0]),
)


def classes(released):
    found = {}
    for row in released.rows:
        found.setdefault(row.known, []).append(row)
    return found


def given_answers(rows, at):
    return [row.answers[at] for row in rows if row.answers[at] not in NO_ANSWER]


@settings(max_examples=60)
@given(populations)
def test_every_row_is_like_at_least_nine_others(everybody):
    released = release_rows(everybody, seed=7)

    assert min(map(len, classes(released).values())) == released.smallest >= 10


@settings(max_examples=60)
@given(populations)
def test_no_answer_is_shown_that_all_of_a_class_gave_or_all_but_one(everybody):
    for rows in classes(release_rows(everybody, seed=7)).values():
        for at in range(3):
            counts = Counter(given_answers(rows, at))
            assert not counts or max(counts.values()) <= counts.total() - 2


@settings(max_examples=60)
@given(populations)
def test_rows_taken_from_a_count_leave_none_or_ten(everybody):
    rows = release_rows(everybody, seed=7).rows
    groups = {(place, one.known[place]) for one in everybody for place in range(1, 4)}
    for process in ("pilot", "old"):
        of_process = [one for one in everybody if one.known[0] == process]
        ours = [row for row in rows if row.process == process]
        for at in range(3):
            for place, value in [(0, process), *groups]:
                whole = given_answers([one for one in of_process if one.known[place] == value], at)
                seen = given_answers(
                    [row for row in ours if place == 0 or row.known[place] == value], at
                )
                left = len(whole) - len(seen)
                assert left == 0 or left >= 10 or not seen


@settings(max_examples=60)
@given(populations)
def test_nobody_who_did_not_agree_is_among_the_rows(everybody):
    agreed = Counter((one.known[0], one.answers) for one in everybody if one.agreed)
    released = release_rows(everybody, seed=7)

    assert len(released.rows) == agreed.total()
    for row in released.rows:
        assert any(
            process == row.process
            and all(
                shown in (NOT_SHOWN, true) for shown, true in zip(row.answers, answers, strict=True)
            )
            for process, answers in agreed
        )


@given(populations)
def test_what_is_told_of_a_family_is_true_or_hidden(everybody):
    told = {one.known for one in everybody if one.agreed}
    for row in release_rows(everybody, seed=7).rows:
        assert any(
            all(shown in (HIDDEN, true) for shown, true in zip(row.known, known, strict=True))
            for known in told
        )


def test_the_order_of_the_families_says_nothing():
    everybody = families(120)

    assert release_rows(everybody, 7).rows == release_rows(reversed(everybody), 7).rows


def test_fewer_than_ten_who_agreed_are_refused():
    few = [family for family in families(200) if family.agreed][:9]

    with pytest.raises(StoreError, match="fewer than 10 families who agreed"):
        release_rows([*few, *families(80, share_agreed=0.0)], 7)


def test_ten_families_who_have_nothing_in_common_are_told_as_ten():
    everybody = [
        Family(
            True, (process, f"stage {n}", f"kind {n}", "2026 Q1"), (AGREE if n % 2 else DISAGREE,)
        )
        for n, process in enumerate(["pilot"] * 4 + ["old"] * 6)
    ]

    assert set(classes(release_rows(everybody, 7))) == {(HIDDEN,) * 4}


def test_a_few_of_one_process_join_others_of_theirs():
    alike = [Family(True, ("old", "primary"), (AGREE if n % 2 else DISAGREE,)) for n in range(12)]
    apart = [Family(True, ("old", f"stage {n}"), (AGREE,)) for n in range(3)]

    assert set(classes(release_rows([*alike, *apart], 7))) == {("old", HIDDEN)}


def test_without_the_hiding_a_class_of_one_mind_would_show():
    everybody = [Family(True, ("old", "primary"), (AGREE,)) for _ in range(12)]

    assert {row.answers[0] for row in release_rows(everybody, 7).rows} == {NOT_SHOWN}
