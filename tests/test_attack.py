"""Tables about who families are, attacked by a linear programme with all that is on the page."""

from random import Random

import pytest

from analysis.differencing import close_groups, open_beside
from analysis.disclosure import SHOW, SMALL, hidden_groups, hide_small
from analysis.evidence.counting.counts import Counts, Journey, Tally
from analysis.report import Audience, Hidden, Shown
from analysis.steps import Steps, step_tally
from analysis.suppression import hidden_in_table
from tests.attack import Attack, Tried

NOBODY = Journey(0, {}, {})
ROUNDED = 2.5  # how far a number to the nearest five may lie from what it was


def random_line(random, groups=None):
    """Families by group, 10 to 150 of them: some groups large, some nearly empty."""
    groups = groups or random.randint(2, 8)
    sizes = [random.choice([0.2, 1, 3, 6]) for _ in range(groups)]
    cells = {f"g{n}": 0 for n in range(groups)}
    for name in random.choices(list(cells), sizes, k=random.randint(10, 150)):
        cells[name] += 1
    return cells


def hidden_of(answers):
    return [answer.key for answer in answers if isinstance(answer.families, Hidden)]


def test_no_hidden_group_is_found_by_those_signed_in(measured):
    random, tried = Random(1), Tried()
    for _ in range(350):
        cells = random_line(random)
        hidden = hidden_of(hide_small(cells, {}, Audience.FORUM))
        tried.add(list(cells.values()), len(hidden), SMALL)
        attack = Attack()
        for name, value in cells.items():
            attack.number(name, *((0,) if name in hidden else (value, value)))
        attack.total(cells, sum(cells.values()))
        tried.narrowest = min([tried.narrowest, *(attack.width(name) for name in hidden)])
    measured(f"attack on groups, signed in: {tried}")

    assert tried.narrowest >= SMALL


def test_no_hidden_group_is_found_by_the_public(measured):
    random, tried = Random(2), Tried()
    while tried.tables < 250:
        cells = random_line(random)
        if sum(cells.values()) < 30:
            continue  # nothing at all is shown
        answers = hide_small(cells, {}, Audience.PUBLIC)
        hidden = hidden_of(answers)
        tried.add(list(cells.values()), len(hidden), SHOW)
        attack = Attack()
        for answer in answers:
            seen = answer.families.value if isinstance(answer.families, Shown) else None
            ends = (0,) if seen is None else (max(0, seen - ROUNDED), seen + ROUNDED)
            attack.number(answer.key, *ends)
        total = 5 * int(sum(cells.values()) / 5 + 0.5)
        attack.total(cells, total - ROUNDED, total + ROUNDED)
        tried.narrowest = min([tried.narrowest, *(attack.width(name) for name in hidden)])
    measured(f"attack on groups, public: {tried}")

    assert tried.narrowest >= SHOW


def random_table(random):
    """Periods by groups as they are told: a row or column holds nobody, or five and more."""
    rows, columns = random.randint(2, 6), random.randint(2, 5)
    while True:
        mean = random.choice([3, 6, 12])
        table = {
            f"r{r}": {f"c{c}": max(0, round(random.gauss(mean, mean))) for c in range(columns)}
            for r in range(rows)
        }
        totals = [sum(line.values()) for line in table.values()]
        totals += [sum(line[f"c{c}"] for line in table.values()) for c in range(columns)]
        several = min(sum(map(bool, totals[:rows])), sum(map(bool, totals[rows:]))) > 1
        if several and not any(0 < total < SMALL for total in totals):
            return table


def test_no_hidden_cell_of_two_ways_is_found_from_the_totals(measured):
    random, tried = Random(3), Tried()
    for _ in range(200):
        table = random_table(random)
        hidden = hidden_in_table(table, SMALL)
        cells = {(r, c): n for r, line in table.items() for c, n in line.items()}
        not_empty = [place for place in hidden if cells[place]]
        tried.add(list(cells.values()), len(not_empty), SMALL)
        attack = Attack()
        for (r, c), value in cells.items():
            attack.number(f"{r}{c}", *((0,) if (r, c) in hidden else (value, value)))
        for row, line in table.items():
            attack.total([f"{row}{c}" for c in line], sum(line.values()))
        for column in table["r0"]:
            attack.total([f"{r}{column}" for r in table], sum(t[column] for t in table.values()))
        widths = [attack.width(f"{r}{c}") for r, c in not_empty]
        tried.narrowest = min([tried.narrowest, *widths])
    measured(f"attack on periods by groups: {tried}")

    assert tried.narrowest >= SMALL


def random_groups(random):
    """Every group's families, and of them (an answer that counts, counted) for one question."""
    families = random_line(random, random.randint(2, 6))
    answers = {}
    for group, number in families.items():
        base = sum(random.random() < 0.9 for _ in range(number))
        answers[group] = base, sum(random.random() < random.choice([0.3, 0.6]) for _ in range(base))
    return families, answers


def tally_of(families, answers, group=None):
    """A tally of all families, or of one group; each family comes from one of two settings."""
    chosen = [group] if group else list(families)
    base, counted = (sum(answers[g][at] for g in chosen) for at in (0, 1))
    counts = Counts(
        {"right": counted, "problem": base - counted},
        {"agree": counted},
        cells=((1, base // 2, counted // 2), (2, base - base // 2, counted - counted // 2)),
    )
    none = Counts({}, {})
    total = sum(families[g] for g in chosen)
    return Tally(
        families={"pilot": total, "old": 0},
        settings={"pilot": 2, "old": 0},
        items={("A", "pilot"): counts, ("A", "old"): none},
        stages={},
        compared={},
        journey={"pilot": NOBODY, "old": NOBODY},
        unclear_reasons={},
        review_types={},
        no_review={},
        channels={},
        who={} if group else {("cut", "pilot"): families, ("cut", "old"): {}},
    )


def attack_on(families, answers, open_):
    """What is known of each group's families who said yes and no, beside all of them."""
    unseen, attack = hidden_groups(families, SMALL), Attack()
    for group, (base, counted) in answers.items():
        told = group in open_
        attack.number(f"{group} all", *((0,) if group in unseen else (families[group],) * 2))
        attack.number(f"{group} yes", *((counted, counted) if told else (0,)))
        attack.number(f"{group} no", *((base - counted,) * 2 if told else (0,)))
        parts = {f"{group} all": 1.0, f"{group} yes": -1.0, f"{group} no": -1.0}
        attack.weighted(parts, 0, float("inf"))
    attack.total([f"{g} all" for g in families], sum(families.values()))
    attack.total([f"{g} yes" for g in answers], sum(k for _, k in answers.values()))
    attack.total([f"{g} no" for g in answers], sum(n - k for n, k in answers.values()))
    return attack


def test_open_groups_give_nothing_away_of_closed_ones_that_all_families_do_not(measured):
    random, tried, kept = Random(4), Tried(), 0
    for _ in range(200):
        families, answers = random_groups(random)
        whole = tally_of(families, answers)
        groups = {group: tally_of(families, answers, group) for group in families}
        closed = close_groups(whole, groups, "cut")
        open_ = {g for g, tally in closed.items() if tally.items["A", "pilot"].base}
        shut = [g for g in answers if g not in open_ and families[g]]
        tried.add([n for n, _ in answers.values()], len(shut), SHOW)
        kept += len(open_)
        attack, alone = (attack_on(families, answers, found) for found in (open_, set()))
        for name in [f"{g} {said}" for g in (shut if open_ else []) for said in ("yes", "no")]:
            if alone.width(name) >= SMALL:
                tried.narrowest = min(tried.narrowest, attack.width(name))
    measured(f"attack on answers by group ({kept} open): {tried}")

    assert tried.narrowest >= SMALL


def grown(cells, random):
    """The same groups with ten to twenty more families."""
    later = dict(cells)
    for name in random.choices(list(cells), k=random.randint(10, 20)):
        later[name] += 1
    return later


def test_no_hidden_group_is_found_from_two_snapshots_in_a_row(measured):
    random, tried = Random(5), Tried()
    for _ in range(150):
        first = random_line(random)
        steps = Steps({})
        step_tally(who_tally(first), steps)
        earlier = {a.key: a.families for a in hide_small(first, {}, Audience.COUNCIL)}
        later = grown(first, random)
        shown = step_tally(who_tally(later), Steps({**steps.moved}))
        answers = hide_small(
            shown.who["cut", "pilot"], {}, Audience.COUNCIL, shown.seen["who/cut/pilot"]
        )
        hidden = hidden_of(answers)
        tried.add(list(later.values()), len(hidden), SMALL)
        attack = Attack()
        for name, value in later.items():
            before = earlier[name]
            least = before.value if isinstance(before, Shown) else 0
            attack.number(name, *((least,) if name in hidden else (value, value)))
        attack.total(later, sum(later.values()))
        tried.narrowest = min([tried.narrowest, *(attack.width(name) for name in hidden)])
    measured(f"attack on groups, two snapshots: {tried}")

    assert tried.narrowest >= SMALL


def who_tally(cells):
    none = {"pilot": NOBODY}
    who = {("cut", "pilot"): cells}
    return Tally({"pilot": sum(cells.values())}, {}, {}, {}, {}, none, {}, {}, {}, {}, who=who)


@pytest.mark.parametrize("cells", [{"a": 3, "b": 20, "c": 30}, {"a": 4, "b": 6}])
def test_the_attack_finds_a_small_group_that_is_hidden_alone(cells):
    attack = Attack()
    for name, value in cells.items():
        attack.number(name, *((0,) if name == "a" else (value, value)))
    attack.total(cells, sum(cells.values()))

    assert attack.width("a") == 0


def test_a_group_is_closed_with_the_one_it_would_give_away():
    open_ = open_beside({"a": (12, 2), "b": (15, 7), "c": (40, 20)}, (67, 29))

    assert open_ == {"c"}
