from typing import get_type_hints

from analysis.report import (
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
from analysis.reporting.snapshot_file import dump_report, load_report

STAMP = Stamp("s", "forum", "1", "a", "b", "c", "2026-04-02T10:04", "2026-03-31", "f", True)
SIDE = Side(Shown(9, 23), Hidden(Why.UNDER_30), Shown(8, 23), (Answer("a", "A", Shown(1, 23)),))
COMPARED = Comparison(
    "A", "item", "Was it?", "agreed", "W1", True, SIDE, SIDE, Shown(0.1, 23, (-0.2, 0.4)), "W1"
)
REPORT = Report(
    stamp=STAMP,
    families=Shown(64, 64),
    by_process=(("pilot", Shown(23, 23)), ("old", Hidden(Why.UNDER_10))),
    settings=Shown(19, 64),
    unclear=Hidden(Why.UNDER_10),
    unclear_reasons=(),
    no_review=(),
    aims=(),
    stages=(StageRow("told", "Told", SIDE, SIDE, COMPARED),),
    through=(COMPARED,),
    no_problem=(),
    themes=(
        ThemeRow("T", "Theme", "Themes", *[Shown(12, 30)] * 4, compared=COMPARED),
        ThemeRow("U", "Another", "Themes", *[Hidden(Why.UNDER_10)] * 4),
    ),
    other_themes=Hidden(Why.UNDER_10),
    wrote=Shown(30, 30),
)


def test_what_is_written_is_read_back():
    assert load_report(dump_report(REPORT)) == REPORT


def test_two_writings_are_the_same_to_the_byte():
    assert dump_report(load_report(dump_report(REPORT))) == dump_report(REPORT)


def test_no_field_of_a_report_is_a_bare_number():
    seen, waiting = set(), [Report]
    while waiting:
        kind = waiting.pop()
        seen.add(kind)
        for name, hint in get_type_hints(kind).items():
            parts = parts_of(hint)
            assert not parts & {int, float}, f"{kind.__name__}.{name}"
            waiting += [p for p in parts if hasattr(p, "__dataclass_fields__") and p not in seen]
    assert {Comparison, StageRow, Answer} <= seen


def parts_of(hint):
    """Return the types a hint is made of; a figure's own insides are what the gate built."""
    if hint == Figure:
        return set()
    inner = getattr(hint, "__args__", ())
    return {hint} if not inner else {p for part in inner for p in parts_of(part)} - {Shown, Hidden}
