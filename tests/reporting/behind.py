"""Made-up months, groups and health, as the gate would let them through."""

from analysis.report import (
    TOO_FEW,
    Answer,
    Balance,
    Effect,
    Health,
    Hidden,
    Known,
    Mark,
    Missing,
    Mix,
    MixRow,
    Point,
    Reach,
    Score,
    Shown,
    Trend,
    TrendSide,
    WhoRow,
    WhoTable,
    Why,
    Written,
)

SMALL = Hidden(Why.SMALL)
USUAL = Shown(0.5, 200, (0.21, 0.79))


def point(period, well, base=20, usual=TOO_FEW):
    return Point(period, Shown(well, base), usual)


TREND = Trend(
    "easy",
    "ask1",
    "It is easy to ask for a book.",
    "find it easy to ask for a book",
    (
        TrendSide(
            "pilot",
            (point("2026-01", 12), point("2026-02/2026-03", 16), point("2026-04", 9, 24, USUAL)),
            Shown(0.6, 64),
            "WF0",
            sentence="Too short to call a trend.",
        ),
        TrendSide("old", (), TOO_FEW, "WF0", sentence="Too short to call a trend."),
    ),
    (Mark("2026-02", Shown(4, 0)),),
)
WHO = (
    WhoTable(
        "age",
        "Age",
        (
            WhoRow(
                "old", "Over 70", Shown(12, 40), Shown(30, 61), (TOO_FEW, Shown(0.5, 0)), "fewer"
            ),
            WhoRow("young", "Under 20", SMALL, SMALL, (TOO_FEW, Shown(0.1, 0)), "cannot_tell"),
            WhoRow("", "Not said", SMALL, Shown(9, 61), (TOO_FEW, TOO_FEW)),
        ),
        ("Here, 2025", "Elsewhere, 2025"),
        "Compared with Elsewhere, 2025, fewer families replied: Over 70.",
    ),
)
MIX = Mix(
    "age", "Age", "pilot", ("2026-01/2026-03",), (MixRow("old", "Over 70", (Shown(12, 30),)),)
)
HEALTH = Health(
    known=(
        Known("pilot", Shown(40, 40), Shown(4, 40), Shown(36, 40), Shown(0.6, 36), True),
        Known("old", Shown(61, 61), Shown(9, 61), Shown(60, 61), Shown(0.2, 60)),
    ),
    missing=(
        Missing("ask1", "Few blanks", Shown(2, 40), Shown(1, 61)),
        Missing("ask2", "Many blanks", Shown(20, 40), Shown(1, 61)),
    ),
    effects=(
        Effect(
            "easy", "Easy to ask for", Shown(1.5, 40), Shown(2.25, 61), Shown(0, 40, (-0.1, 0.25))
        ),
    ),
    balance=(Balance("age", "Over 70", Shown(0.3, 40), Shown(0.5, 61), Shown(0.41, 101)),),
    in_effect=(Shown(35, 40), Shown(45, 61)),
    reach=(
        Reach("easy", Shown(10, 0), Shown(320, 40), Shown(0, 61), "needed", "enough", True),
        Reach("easy", Shown(15, 0), Shown(0, 40), Shown(0, 61), "beyond", "enough", True),
    ),
    scores=(
        Score(
            "easy",
            "Easy to ask for",
            "shown",
            Shown(61.4, 40, (52.0, 70.8)),
            Shown(55.0, 61, (49.0, 61.0)),
            Shown(6.4, 40, (-4.0, 16.0)),
            Shown(0.8, 90, (0.7, 0.9)),
            Shown(0.816, 90),
        ),
        Score("company", "Good company", "apart", TOO_FEW, TOO_FEW, TOO_FEW, TOO_FEW),
    ),
    written=(
        Written(
            "liked",
            "What did you like?",
            Shown(61, 61),
            (
                Answer("answered", "answered", Shown(40, 61)),
                Answer("nothing_wrong", "nothing_wrong", Shown(14, 61)),
                Answer("nothing_good", "nothing_good", SMALL),
                Answer("nothing_said", "nothing_said", SMALL),
            ),
        ),
    ),
)
BEHIND = {"trends": (TREND,), "who_replied": WHO, "mixes": (MIX,), "health": HEALTH}
