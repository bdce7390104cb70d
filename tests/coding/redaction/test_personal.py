"""What is found in sentences that others wrote: tuned on, and kept apart."""

import json
from pathlib import Path

import pytest

from analysis.coding.redaction.spans import Span
from tests.coding.redaction.marked import Marked, recall, touched

FOLDER = Path(__file__).parents[2] / "development"


def _read(name: str) -> list[Marked]:
    """Return a file's texts; the day of a meeting or letter stays, so it is not looked for."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [
        Marked(int(one["id"][2:]), one["text"], spans)
        for one in map(json.loads, lines)
        for spans in [tuple(Span(**span) for span in one["spans"] if span["kind"] != "date")]
    ]


FIRST = _read("personal.jsonl")
# Odd numbers of the first were tuned on; even ones were measured once, before the rules were
# mended for other writers. `MORE` was tuned on, `HELD` never read by whoever made the rules.
SETS = {
    "odd": [one for one in FIRST if one.round % 2],
    "even": [one for one in FIRST if not one.round % 2],
    "more": _read("personal.more.jsonl"),
    "held": _read("personal.held.jsonl"),
}


@pytest.mark.parametrize("name", SETS)
def test_each_set_holds_many_personal_details(name):
    assert sum(len(one.spans) for one in SETS[name]) > 150


# Reached: .98, .94, .95 and .94. The last is what to expect of sentences nobody has seen.
@pytest.mark.parametrize(
    ("name", "least"), [("odd", 0.97), ("even", 0.92), ("more", 0.93), ("held", 0.91)]
)
def test_nearly_all_is_found(name, least):
    assert recall(SETS[name]) >= least


@pytest.mark.parametrize("name", SETS)
def test_little_else_is_touched(name):
    assert touched(SETS[name]) <= 0.01
