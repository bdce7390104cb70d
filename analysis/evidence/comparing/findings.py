"""Each measure in both processes, with its ranges and the rule to be said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, sqrt

from analysis.definitions.survey import Item, Process, Survey
from analysis.evidence.comparing.case_mix import like_for_like
from analysis.evidence.comparing.families import adjusted_p_values
from analysis.evidence.comparing.ranges import Range, difference_of, effect_of, share_of
from analysis.evidence.comparing.unplaced import placed_against, placed_for
from analysis.evidence.counting.counts import Counts, Tally
from analysis.evidence.counting.encoding import NOT_DUE
from analysis.evidence.intervals import Z90, Z95
from analysis.evidence.power import replies_needed
from analysis.evidence.verdict import (
    Arm,
    Verdict,
    View,
    add_time_rules,
    choose_rule,
    excludes_zero,
)
from analysis.report import Tier

Openings = Mapping[tuple[str, str], Tier]
Arms = tuple[Counts, Counts, Counts, Range | None, Range | None]
Placed = Callable[[Counts, Counts, Counts], tuple[Counts, Counts]]
FROM_SETTINGS = 1.5  # a design effect above which more settings help, not more replies
HALF_WIDTH = 0.10  # "more replies would help" until a range is this far each side
SAID = {"W1e": "direction", "W5": "direction", "W6": "direction", "W7": "direction"}
SAID |= {"W3": "same", "W3s": "same", "W9": "mix"}
NOT_RECHECKED = ("W0", "W1s", None)
NOT_LOOKED_AT, NOTHING_SAID = View(None), Verdict(None)


@dataclass(frozen=True, slots=True)
class Finding:
    """One measure in both processes.

    Shares are of those counted, as (share, low, high), 0-1. The difference is pilot minus old,
    turned so that + is better for families. None: too few to be looked at. `unplaced` are the
    families that belong to neither process for sure.
    """

    measure: str
    kind: str
    family: str
    aim: str | None
    headline: bool
    compared: bool
    pilot: Counts
    old: Counts
    unclear: Counts
    pilot_share: Range | None = None
    old_share: Range | None = None
    view: View = NOT_LOOKED_AT
    verdict: Verdict = NOTHING_SAID
    replies_needed: int | None = None
    from_settings: bool = False  # needed from more settings, not more of the same
    at_best: float | None = None  # the half width that is left if every family replied


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms findings are made.

    `openings` say which bases may be looked at; `seed` is for tests that deal out; `margin` is how
    far apart, 0-1, counts as about the same, where agreed; `recheck` looks whether replies that
    could not be placed would change what is said.
    """

    openings: Openings
    seed: int
    margin: float | None = None
    whole: bool = True
    eligible: Mapping[Process, int] = field(default_factory=dict)


def find_measures(tally: Tally, survey: Survey, terms: Terms) -> list[Finding]:
    """Return a finding for each item that can go well or badly, in the survey's order."""
    begun = [_begin_item(tally, survey, item, terms) for item in measured_items(survey)]
    items = survey.items()
    return [_with_time(found, items[found.measure]) for found in _finish(begun, terms)]


def find_stages(tally: Tally, survey: Survey, terms: Terms) -> list[Finding]:
    """Return a finding for each stage, on the markers its processes can be compared on."""
    begun = []
    for stage in survey.stages:
        counts = tally.compared if stage.compare_on else tally.stages
        arms = _arms(counts, stage.id, terms.openings)
        begun.append(Finding(stage.id, "stage", "stages", None, False, True, *arms))
    return _finish(begun, terms)


def find_change(tally: Tally, survey: Survey, terms: Terms) -> Finding | None:
    """Return the finding on change within a family; None if the survey does not ask for it."""
    if survey.change is None:
        return None
    name = survey.change.item
    arms = _arms(tally.change, name, terms.openings)
    return _finish([Finding(name, "item", "change", None, False, True, *arms)], terms)[0]


def measured_items(survey: Survey) -> Iterator[Item]:
    """Yield the items whose answers mean that it went well or badly, for families with a review."""
    for item in survey.items().values():
        meanings = {option.means for option in item.options.values()}
        if {"right", "problem"} <= meanings and item.id != survey.roles.no_review:
            yield item


def _begin_item(tally: Tally, survey: Survey, item: Item, terms: Terms) -> Finding:
    aim = next((aim for aim in survey.aims if item.id in aim.measures), None)
    headline = aim is not None and item.id == aim.headline
    family = "aims" if headline else f"aim {aim.id}" if aim else "others"
    aim_id, arms = aim.id if aim else None, _arms(tally.items, item.id, terms.openings)
    return Finding(item.id, "item", family, aim_id, headline, item.compared, *arms)


def _arms(counts: Mapping[tuple[str, str], Counts], measure: str, openings: Openings) -> Arms:
    """Return a measure's counts, and the share of each process that may be looked at."""
    pilot, old, unclear = (counts[measure, arm] for arm in ("pilot", "old", "unclear"))
    pilot_share, old_share = (
        None if openings[measure, arm] is Tier.CLOSED else share_of(counts[measure, arm])
        for arm in ("pilot", "old")
    )
    return pilot, old, unclear, pilot_share, old_share


def _finish(begun: Sequence[Finding], terms: Terms) -> list[Finding]:
    """Work out tests and verdicts of what is open; what is closed stays without numbers."""
    judged = _judge(begun, terms)
    if terms.whole and any(f.unclear.base and _is_open(f, terms.openings) for f in begun):
        against, for_ = (
            _judge([_replaced(finding, placed) for finding in begun], terms)
            for placed in (placed_against, placed_for)
        )
        judged = [_recheck(*three) for three in zip(judged, against, for_, strict=True)]
    return [_with_needed(finding, terms.eligible) for finding in judged]


def _is_open(finding: Finding, openings: Openings) -> bool:
    closed = (openings[finding.measure, arm] is Tier.CLOSED for arm in ("pilot", "old"))
    return finding.compared and not any(closed)


def _replaced(finding: Finding, placed: Placed) -> Finding:
    pilot, old = placed(finding.pilot, finding.old, finding.unclear)
    return replace(finding, pilot=pilot, old=old)


def _judge(findings: Sequence[Finding], terms: Terms) -> list[Finding]:
    """Put a view and a verdict to each finding; a family is tested only if a range calls for it."""
    views = {f.measure: _view(f) for f in findings if _is_open(f, terms.openings)}
    for family in dict.fromkeys(f.family for f in findings):
        members = [f for f in findings if f.family == family and f.measure in views]
        if terms.whole and any(_calls_for_test(views[f.measure]) for f in members):
            tested = adjusted_p_values([(f.pilot, f.old) for f in members], terms.seed)
            for member, (p_value, adjusted) in zip(members, tested, strict=True):
                view = views[member.measure]
                views[member.measure] = replace(view, p_value=p_value, adjusted=adjusted)
    return [_decide(f, views.get(f.measure, NOT_LOOKED_AT), terms.margin) for f in findings]


def _view(finding: Finding) -> View:
    narrow = difference_of(finding.pilot, finding.old, Z90)
    return View(
        difference_of(finding.pilot, finding.old),
        narrow[1:],
        like_for_like=like_for_like(finding.pilot, finding.old),
    )


def _calls_for_test(view: View) -> bool:
    return view.difference is not None and excludes_zero(view.difference)


def _decide(finding: Finding, view: View, margin: float | None) -> Finding:
    if not finding.compared:
        return finding
    verdict = choose_rule(arm_of(finding.pilot), arm_of(finding.old), view, margin)
    return replace(finding, view=view, verdict=verdict)


def arm_of(counts: Counts) -> Arm:
    """Return what a rule needs to know of one process."""
    largest = max((base for _, base, _ in counts.cells), default=0)
    return Arm(counts.base, counts.counted, len(counts.cells), counts.apart[0], largest)


def _recheck(finding: Finding, against: Finding, for_: Finding) -> Finding:
    """Say so (rule WU) where replies placed otherwise would change what is said."""
    if finding.verdict.rule in NOT_RECHECKED or not finding.unclear.base:
        return finding
    said = _class(finding.verdict)
    hurt = {"more": (against,), "less": (for_,)}.get(
        finding.verdict.direction or "", (against, for_)
    )
    if all(_class(other.verdict) == said for other in hurt):
        return finding
    return replace(finding, verdict=replace(finding.verdict, also=(*finding.verdict.also, "WU")))


def _class(verdict: Verdict) -> tuple[str, str | None]:
    return SAID.get(verdict.rule or "", "open"), verdict.direction


def _with_time(finding: Finding, item: Item) -> Finding:
    """Put in what is said beside a time limit, as far as the survey has words for it."""
    shares = {"pilot": finding.pilot_share, "old": finding.old_share}
    counts = {"pilot": finding.pilot, "old": finding.old}
    open_ = [counts[name] for name, share in shares.items() if share]
    early = bool(item.limit) and any(one.answers.get(NOT_DUE) for one in open_)
    late = shares if item.waited else {}
    if not (early or item.waited):
        return finding
    arms = {name: arm_of(one) for name, one in counts.items()}
    return replace(finding, verdict=add_time_rules(finding.verdict, late, arms, early))


def _with_needed(finding: Finding, eligible: Mapping[Process, int]) -> Finding:
    """Put in how many more replies would narrow the range, where the sentence says so.

    Nobody is asked for more replies than there are families: what is left then is said instead.
    """
    if finding.verdict.rule != "W2":
        return finding
    arms: tuple[tuple[Process, Counts], ...] = (("pilot", finding.pilot), ("old", finding.old))
    share = (finding.pilot.counted + finding.old.counted) / (finding.pilot.base + finding.old.base)
    effects = {arm: effect_of(counts) for arm, counts in arms}
    wanted = {arm: replies_needed(HALF_WIDTH, share, effects[arm]) for arm, _ in arms}
    most = {arm: eligible.get(arm, wanted[arm]) for arm, _ in arms}
    if any(wanted[arm] > most[arm] for arm in most):
        spread = share * (1 - share) or 0.25
        left = sum(effects[arm] / max(most[arm], counts.base) for arm, counts in arms)
        return replace(finding, at_best=Z95 * sqrt(spread * left))
    missing = sum(max(0, wanted[arm] - counts.base) for arm, counts in arms)
    more = max(10, ceil(missing / 10) * 10)
    from_settings = max(effects.values()) > FROM_SETTINGS
    return replace(finding, replies_needed=more, from_settings=from_settings)
