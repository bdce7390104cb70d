"""Made-up reports: figures as the gate would let them through."""

from dataclasses import replace
from typing import Any

from analysis.definitions.loading import load_survey
from analysis.report import (
    AimCard,
    Answer,
    Comparison,
    Figure,
    Hidden,
    Report,
    Shown,
    Side,
    StageRow,
    Stamp,
    ThemeRow,
    Why,
)
from tests.surveys.folders import LIBRARY

SURVEY = load_survey(LIBRARY)
STAMP = Stamp(
    snapshot="7c1e55aa90b1c2d3",
    audience="forum",
    version="0.1.0",
    survey="a",
    council="b",
    codebook="c",
    made_at="2026-04-02T10:04+00:00",
    as_of="2026-03-31",
    seed="f",
    made_up=True,
)
NONE = Hidden(Why.UNDER_10)
FEW = Hidden(Why.UNDER_30)


def figure(count: float, base: int) -> Figure:
    return Shown(count, base) if base >= 10 else NONE


def side(count: int, base: int, answers: tuple[Answer, ...] = ()) -> Side:
    """A process as the gate shows it: nothing under ten, counts under thirty, shares above."""
    share: Figure = NONE if base < 10 else FEW
    if base >= 30:
        middle = count / base
        share = Shown(middle, base, (max(0.0, middle - 0.104), min(1.0, middle + 0.104)))
    return Side(figure(count, base), share, figure(4, base), answers, "2026-03-31")


def comparison(pilot: Side, old: Side, **changes: Any) -> Comparison:
    bases = [one.families.base for one in (pilot, old) if isinstance(one.families, Shown)]
    difference = Shown(0.13, min(bases), (-0.031, 0.302)) if len(bases) == 2 else NONE
    found = Comparison(
        measure="ask1",
        kind="item",
        says="It is easy to ask for a book.",
        counted="find it easy to ask for a book",
        aim="easy",
        headline=True,
        pilot=pilot,
        old=old,
        difference=difference,
        rule="W4",
        sentence="No clear difference so far.",
    )
    return replace(found, **changes)


def often(*counts: int) -> tuple[Answer, ...]:
    """The answers of a question about how often, in the order of its scale."""
    base = sum(counts[:4])
    options = SURVEY.scales["often"].items()
    return tuple(
        Answer(key, option.says, Shown(count, base))
        for (key, option), count in zip(options, counts, strict=False)
        if count
    )


FULL = comparison(side(24, 40, often(14, 10, 6, 10, 3)), side(30, 61, often(20, 10, 11, 20)))
EARLY = comparison(side(9, 23), side(30, 61), measure="visit2", aim="company")
CLOSED = comparison(side(3, 6), side(30, 61), measure="books1", aim="reading", rule="W0")


def card(found: Comparison, name: str = "Easy to ask for") -> AimCard:
    return AimCard(str(found.aim), name, found, (found,))


def stage(found: Comparison, name: str = "Asking for a book", id_: str = "ask") -> StageRow:
    def outcomes(one: Side) -> tuple[Answer, ...]:
        names = ("problem", "right", "neutral", "na", "unknown")
        shown = isinstance(one.families, Shown)
        return tuple(Answer(key, key, Shown(7, 40) if shown else NONE) for key in names)

    return StageRow(
        id_, name, found.pilot, found.old, found, outcomes(found.pilot), outcomes(found.old)
    )


def report(**changes: Any) -> Report:
    made = Report(
        stamp=STAMP,
        families=Shown(101, 101),
        by_process=(("pilot", Shown(40, 40)), ("old", Shown(61, 61)), ("unclear", NONE)),
        settings=Shown(9, 101),
        unclear=NONE,
        unclear_reasons=(),
        no_review=(Answer("problem", "problem", Shown(12, 14)), Answer("na", "na", NONE)),
        aims=(
            card(FULL),
            card(EARLY, "Good company"),
            card(CLOSED, "Something to read"),
        ),
        stages=(stage(FULL), stage(EARLY, "At the door", "door"), stage(CLOSED, "Reading", "read")),
        through=(),
        no_problem=(("pilot", Shown(4, 40)),),
        themes=(
            ThemeRow("WAIT-1", "Waiting", "Care", Shown(41, 90), Shown(30, 90), NONE, Shown(6, 90)),
            ThemeRow("BOOK-1", "Choice", "Books", Shown(12, 90), NONE, Shown(7, 90), NONE),
        ),
        other_themes=Shown(6, 90),
        wrote=Shown(90, 90),
        caution="These are readers who chose to reply.",
        journey_sentence="4 of 40 doorstep readers told us of no problem at any stage.",
        themes_sentence="Nobody has checked the computer's work yet.",
    )
    return replace(made, **changes)
