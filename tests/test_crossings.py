"""Answers by kind of review: which cells are hidden, and what an attacker makes of the rest."""

import random
from dataclasses import replace

import pytest

from analysis.differencing import crossed_of, fold_rows
from analysis.evidence.counting.counts import Crossed, Journey, Tally
from analysis.steps import Steps, step_tally
from tests.attack import Attack
from tests.counts import counts

LEAST = 5
ASKED, AGREED = ("table", "asked", "old"), ("table", "agreed", "old")
NOBODY = Journey(0, {}, {})
PLAIN = {"usual": (30, 20), "early": (12, 9)}  # asked for a change; did not
ANSWERS = {"usual": (15, 10, 25), "early": (5, 6, 10)}  # agreed; not; no answer, or not asked


def tally_of(asked, agreed, items=None):
    first = {row: dict(zip(("yes", "nobody"), line, strict=True)) for row, line in asked.items()}
    second = {
        row: dict(zip(("agreed", "refused", "open"), line, strict=True))
        for row, line in agreed.items()
    }
    below = Crossed(second, "asked", ("nobody",), "open", ("agreed",))
    return Tally(
        families={"pilot": 0, "old": 100},
        settings={"pilot": 0, "old": 8},
        items=items or {},
        stages={},
        compared={},
        journey={"old": NOBODY},
        unclear_reasons={},
        review_types={},
        no_review={},
        channels={},
        crossed={ASKED: Crossed(first, beside=("agreed",)), AGREED: below},
    )


def test_kinds_of_many_families_are_told_apart():
    table, hidden = crossed_of(tally_of(PLAIN, ANSWERS), AGREED, LEAST)

    assert table["usual"] == {"agreed": 15, "refused": 10, "open": 25}
    assert hidden == set()


def test_a_kind_of_few_families_stands_with_the_next_smallest():
    cells = {"a": {"x": 20, "y": 9}, "b": {"x": 8, "y": 7}, "c": {"x": 2, "y": 1}}

    assert fold_rows(cells, set()) == {"a": {"x": 20, "y": 9}, "": {"x": 10, "y": 8}}


def test_a_process_of_few_families_tells_nothing():
    assert fold_rows({"a": {"x": 5, "y": 4}}, set()) == {}


def test_where_every_cell_would_be_hidden_the_process_is_told_as_a_whole():
    asked = {"usual": (30, 1), "early": (2, 19)}
    table, hidden = crossed_of(tally_of(asked, ANSWERS), ASKED, LEAST)

    assert (table, hidden) == ({"": {"yes": 32, "nobody": 20}}, set())


def test_what_hangs_on_a_hidden_answer_is_not_told_apart():
    asked = {"usual": (30, 20), "early": (18, 3), "other": (10, 40)}
    agreed = {"usual": (15, 10, 25), "early": (9, 8, 4), "other": (5, 5, 40)}
    tally = tally_of(asked, agreed)
    above, below = (crossed_of(tally, key, LEAST) for key in (ASKED, AGREED))

    assert {row for row, _ in above[1]} - set(below[0]) == {row for row, _ in above[1]}


@pytest.fixture(scope="module")
def tables():
    """Random pairs of tables, one hanging on the other."""
    chance = random.Random(20)
    return [random_tables(chance) for _ in range(200)]


def random_tables(chance):
    asked, agreed = {}, {}
    for row in "abcd"[: chance.randint(2, 4)]:
        size = chance.choice([3, 8, 15, 25, 40, 60])
        yes = chance.randint(0, size)
        told = chance.randint(max(0, yes - chance.randint(0, 4)), yes)
        good = chance.randint(0, told)
        asked[row], agreed[row] = (yes, size - yes), (good, told - good, size - told)
    return tally_of(asked, agreed)


def attack_on(tally, shown):
    """Tell the attacker the process's totals, every shown row and cell, and how the two hang on."""
    attack = Attack()
    for name, key in (("asked", ASKED), ("agreed", AGREED)):
        _tell_table(attack, name, tally.crossed[key].cells, *shown[key])
    for row in tally.crossed[ASKED].cells:
        told = {f"agreed {row} agreed": 1.0, f"agreed {row} refused": 1.0}
        attack.weighted({**told, f"asked {row} yes": -1.0}, -float("inf"), 0)
        every = {f"agreed {row} {c}": 1.0 for c in ("agreed", "refused", "open")}
        every |= {f"asked {row} {c}": -1.0 for c in ("yes", "nobody")}
        attack.weighted(every, 0, 0)
    return attack


def _tell_table(attack, name, raw, rows, hidden):
    for column in next(iter(raw.values())):
        cells = [f"{name} {row} {column}" for row in raw]
        for cell in cells:
            attack.number(cell)
        attack.total(cells, sum(line[column] for line in raw.values()))
    for row, line in rows.items():
        members = [row] if row else [one for one in raw if one not in rows]
        attack.total([f"{name} {one} {c}" for one in members for c in line], sum(line.values()))
        for column, number in line.items():
            cells, cell = (
                [f"{name} {one} {column}" for one in members],
                f"{name} shown {row} {column}",
            )
            attack.number(cell)
            attack.weighted(dict.fromkeys(cells, 1.0) | {cell: -1.0}, 0, 0)
            if (row, column) not in hidden:
                attack.total(cells, number)


def test_no_hidden_cell_is_found_narrower_than_the_threshold(tables):
    narrow = []
    for tally in tables:
        shown = {key: crossed_of(tally, key, LEAST) for key in (ASKED, AGREED)}
        attack = attack_on(tally, shown)
        for name, key in (("asked", ASKED), ("agreed", AGREED)):
            narrow += [
                (tally.crossed, cell)
                for row, column in shown[key][1]
                if shown[key][0][row][column]
                if attack.width(cell := f"{name} shown {row} {column}") < LEAST - 1e-6
            ]

    assert narrow == []


def test_no_small_cell_of_a_kind_is_shown(tables):
    for tally in tables:
        for key in (ASKED, AGREED):
            rows, hidden = crossed_of(tally, key, LEAST)
            for row, line in rows.items() if len(rows) > 1 else ():
                assert not [c for c, n in line.items() if 0 < n < LEAST and (row, c) not in hidden]


def test_enough_tables_tell_kinds_apart(tables):
    apart = [len(crossed_of(tally, ASKED, LEAST)[0]) > 1 for tally in tables]

    assert sum(apart) > len(tables) / 4


def state(asked, agreed):
    told = sum(sum(line[:2]) for line in agreed.values())
    return tally_of(asked, agreed, {("agreed", "old"): counts(told, 0, settings=8)})


def look(now, seen):
    steps = Steps(seen)
    shown = step_tally(now, steps)
    return shown, {**seen, **steps.moved}


def test_one_more_reply_changes_nothing_that_is_seen():
    before, seen = look(state(PLAIN, ANSWERS), {})
    after, _ = look(state({**PLAIN, "usual": (31, 20)}, {**ANSWERS, "usual": (16, 10, 25)}), seen)

    assert after.crossed == before.crossed


def test_ten_more_move_a_question_and_what_it_hangs_on_together():
    _, seen = look(state(PLAIN, ANSWERS), {})
    after, _ = look(state({**PLAIN, "usual": (40, 20)}, {**ANSWERS, "usual": (25, 10, 25)}), seen)

    assert crossed_of(after, ASKED, LEAST)[0]["usual"] == {"yes": 40, "nobody": 20}
    assert crossed_of(after, AGREED, LEAST)[0]["usual"]["agreed"] == 25


def test_families_who_did_not_answer_move_nothing():
    """The item's own figure, which has the same totals, would stay behind."""
    before, seen = look(state(PLAIN, ANSWERS), {})
    after, _ = look(state({**PLAIN, "usual": (30, 35)}, {**ANSWERS, "usual": (15, 10, 40)}), seen)

    assert after.crossed == before.crossed


def test_nothing_is_told_before_the_items_figure_is():
    first, _ = look(replace(state(PLAIN, ANSWERS), items={}), {})

    assert crossed_of(first, ASKED, LEAST) == ({}, set())
