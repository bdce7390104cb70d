"""What is found in sentences written before the rules were mended: one half tuned on, one not."""

import json
from pathlib import Path

from analysis.coding.redaction.spans import Span
from tests.coding.redaction.marked import Marked, recall, touched

FILE = Path(__file__).parents[2] / "development" / "personal.jsonl"
LINES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
MARKED = [
    Marked(int(one["id"][2:]), one["text"], tuple(Span(**span) for span in one["spans"]))
    for one in LINES
]
# Odd numbers were tuned on; even ones were measured once, when the rules were done.
SEEN = [one for one in MARKED if one.round % 2]
UNSEEN = [one for one in MARKED if not one.round % 2]


def test_both_halves_hold_many_personal_details():
    assert min(sum(len(one.spans) for one in half) for half in (SEEN, UNSEEN)) > 150


# Reached: .98 of the half seen (.76 before), .885 of the half not seen (.68 before); under .005
# of other text touched in both. The second is what to expect of sentences nobody has seen.
def test_nearly_all_is_found_in_the_half_tuned_on():
    assert recall(SEEN) >= 0.96


def test_most_is_found_in_the_half_not_tuned_on():
    assert recall(UNSEEN) >= 0.87


def test_little_else_is_touched_in_either_half():
    assert max(touched(SEEN), touched(UNSEEN)) <= 0.01
