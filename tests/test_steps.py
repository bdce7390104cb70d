from dataclasses import replace

from analysis.evidence.counting.counts import Journey, Tally
from analysis.steps import Steps, step_tally
from tests.counts import counts

NOBODY = Journey(0, {}, {})


def state(right, problem, families):
    return Tally(
        families={"pilot": families, "old": families},
        settings={"pilot": 8, "old": 8},
        items={("A", "pilot"): counts(right, problem, settings=8)},
        stages={},
        compared={},
        journey={"pilot": NOBODY},
        unclear_reasons={},
        review_types={},
        no_review={},
        channels={},
    )


def look(now, seen):
    steps = Steps(seen)
    shown = step_tally(now, steps)
    return shown, {**seen, **steps.moved}


def test_one_more_reply_changes_nothing_that_is_seen():
    before, seen = look(state(8, 4, 12), {})
    after, _ = look(state(9, 4, 13), seen)

    assert after == before


def test_the_tenth_reply_moves_the_figure():
    _, seen = look(state(8, 4, 12), {})
    after, _ = look(state(14, 8, 22), seen)

    assert after.items["A", "pilot"].base == 22


def test_a_reply_taken_back_changes_nothing_that_is_seen():
    before, seen = look(state(8, 4, 12), {})
    after, _ = look(state(7, 4, 11), seen)

    assert after == before


def test_open_limits_wait_for_the_step_of_their_figure():
    _, seen = look(with_open(state(8, 4, 12), (3, 2)), {})
    after, _ = look(with_open(state(9, 4, 13), (9, 2)), seen)

    assert after.items["A", "pilot"].open == (3, 2)


def with_open(tally, open_):
    key = ("A", "pilot")
    return replace(tally, items={key: replace(tally.items[key], open=open_)})


def test_each_figure_takes_its_own_steps():
    _, seen = look(state(8, 4, 12), {})
    after, _ = look(replace(state(8, 4, 12), families={"pilot": 30, "old": 13}), seen)

    assert after.items["A", "pilot"].base == 12
    assert after.families == {"pilot": 30, "old": 12}


def test_under_ten_nothing_was_ever_seen():
    shown, seen = look(state(5, 4, 9), {})

    assert shown.items["A", "pilot"].base == 0
    assert not [figure for figure in seen if figure != "all/as_of"]
