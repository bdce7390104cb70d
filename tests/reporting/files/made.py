"""A report for the tests of files: small, made up, with figures of every kind."""

from dataclasses import fields, is_dataclass, replace

from analysis.report import (
    AimCard,
    Answer,
    Comparison,
    Health,
    Hidden,
    Missing,
    Point,
    Report,
    Shown,
    Side,
    SignRow,
    StageRow,
    Stamp,
    ThemeRow,
    Trend,
    TrendSide,
    WhoRow,
    WhoTable,
    Why,
)

STAMP = Stamp(
    snapshot="5ca1ab1e0ddba115",
    audience="forum",
    version="1.2.3",
    survey="a",
    council="b",
    codebook="c",
    made_at="2026-04-02T10:04+00:00",
    as_of="2026-03-31",
    seed="f",
    made_up=True,
)
FEW = Hidden(Why.UNDER_10)


def side(count, base, ends=(0.31, 0.62), settings=9):
    """Return one process of a comparison, its share shown from thirty families on."""
    share = Shown(count / base, base, ends) if base >= 30 else Hidden(Why.UNDER_30)
    answers = (
        Answer("yes", "Yes", Shown(count, base)),
        Answer("no", "No", Shown(base - count, base)),
    )
    return Side(Shown(count, base), share, Shown(settings, base), answers, "2026-03-30")


CLOSED = Side(FEW, FEW, FEW)
WARM = Comparison(
    "A",
    "item",
    "Was it warm?",
    "found it warm",
    "W1",
    True,
    side(21, 43),
    side(38, 59, (0.512, 0.755)),
    Shown(0.12, 43, (-0.041, 0.263)),
    "W4",
    sentence="No clear difference so far. It could be anything from 5 fewer to 27 more.",
    ruling="cannot_tell",
)
LETTER = Comparison(
    "B",
    "item",
    "Was the letter in time?",
    "had it in time",
    "W1",
    False,
    CLOSED,
    side(13, 17),
    FEW,
    "W0",
    sentence="We can't show this yet.",
)
SWIM = replace(WARM, measure="swim", kind="stage", says="The swim", headline=False, ruling=None)
OUTCOMES = tuple(
    Answer(key, key, Shown(number, 43))
    for key, number in zip(
        ("problem", "right", "neutral", "na", "unknown"), (11, 19, 5, 1, 7), strict=True
    )
)
SHORT = "Too short to call a trend."
POINT = Point("2026-01/2026-03", Shown(14, 27), FEW)
REPORT = Report(
    stamp=STAMP,
    families=Shown(102, 102),
    by_process=(("pilot", Shown(43, 43)), ("old", Shown(59, 59)), ("unclear", FEW)),
    settings=Shown(14, 102),
    unclear=FEW,
    unclear_reasons=(),
    no_review=(Answer("problem", "problem", Shown(12, 31)), Answer("na", "na", FEW)),
    aims=(AimCard("W1", "Warm", WARM, (WARM, LETTER)),),
    stages=(StageRow("swim", "The swim", side(11, 43), CLOSED, SWIM, OUTCOMES, ()),),
    through=(),
    no_problem=(),
    themes=(ThemeRow("COLD-1", "Cold water", "Cold", Shown(23, 64), Shown(18, 64), FEW, FEW),),
    other_themes=FEW,
    wrote=Shown(64, 64),
    caution="These are people who chose to reply.",
    stop_signs=(SignRow("icy", "It got icy", "A", "does_not_show"),),
    agreed="The pools, 2026-01-05",
    agreed_changed="Changed on 3 March 2026, after 40 replies.",
    trends=(
        Trend(
            "W1",
            "A",
            "Was it warm?",
            "found it warm",
            (
                TrendSide(
                    "pilot", (POINT, replace(POINT, families=FEW)), FEW, "WF0", sentence=SHORT
                ),
            ),
            (),
        ),
    ),
    who_replied=(
        WhoTable(
            "depth",
            "Depth",
            (WhoRow("deep", "Deep pools", Shown(28, 43), FEW, (Shown(0.37, 900),), "fewer"),),
            ("Pooltown",),
        ),
    ),
    health=Health(missing=(Missing("A", "Was it warm?", Shown(6, 49), FEW),)),
    themes_sentence="Nobody has checked this.",
)


def public(report=REPORT, **changes):
    """Return the report as it is for the public."""
    return replace(report, stamp=replace(report.stamp, audience="public"), **changes)


def reworded(part, say):
    """Return a part of a report with every text that a page would show replaced by `say`."""
    if isinstance(part, tuple):
        return tuple(reworded(each, say) for each in part)
    if not is_dataclass(part) or isinstance(part, Stamp | Shown | Hidden):
        return part
    worded = {"says", "counted", "name", "sentence", "label", "theme", "caution", "agreed"}
    worded |= {"filter", "journey_sentence", "themes_sentence"}
    return replace(
        part,
        **{
            field.name: say(field.name)
            if field.name in worded
            else reworded(getattr(part, field.name), say)
            for field in fields(part)
            if field.name not in ("made_up",)
        },
    )
