"""Populations with a difference planted in them, from their file to what `compare` says of it."""

import csv
import json

import pytest

from analysis.cli import main
from tests.surveys.folders import outside_folder

PILOT = [f"o0{n}" for n in range(1, 7)]  # each began before the meetings below
OLD = ["o07", "o08", "o09", *(f"o{n}" for n in range(10, 15))]
FAMILIES = {"pilot": 102, "old": 152}
ASKED = ("A1a", "A1b", "A1c", "A2a", "A2b", "A4a", "A5a", "A5b", "A5c")
SHARED = {"E1": "yes", "E2": "yes", "C1": "yes", "R1": "yes", "reply_date": "2026-05-20"}
WAYS = {"pilot": {"R2": "2026-03", "R3b": "apr"}, "old": {"R2": "2026-03", "R3b": "as_before"}}
CLAIMS = ("W5", "W6", "W7")


def planted(path, pleased, settings=(PILOT, OLD), turned=()):
    """Write answers of which so many in a hundred of each process agree to A1b, and 60 to others.

    `turned` are the questions that every family answers the other way round.
    """
    rows = []
    for (arm, families), places in zip(FAMILIES.items(), settings, strict=True):
        for n in range(families):
            spread = n * 37 % families * 100 / families
            agree = {q: spread < (pleased[arm] if q == "A1b" else 60) for q in ASKED}
            said = {q: ("disagree", "agree")[agree[q] != (q in turned)] for q in ASKED}
            row = {"id": f"{arm}-{n}", "R0": places[n % len(places)], **WAYS[arm]}
            rows.append(row | SHARED | said)
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def compared(tmp_path):
    """Return a function: a planted population in, what `compare` writes of each measure out."""

    def compare(name, *planting, **further):
        place = tmp_path / name
        place.mkdir()
        (place / "passphrase.txt").write_text("a passphrase for tests", encoding="utf-8")
        file = planted(place / "answers.csv", *planting, **further)
        where, out = ["--data", str(place / "data")], place / "compared.json"
        secret = ["--passphrase-file", str(place / "passphrase.txt")]
        assert main(["init", "--survey", str(outside_folder(place)), *secret, *where]) == 0
        assert main(["import-responses", str(file), *where]) == 0
        assert main(["compare", "--json", str(out), *where]) == 0
        return {row["measure"]: row for row in json.loads(out.read_text(encoding="utf-8"))}

    return compare


def test_a_planted_gain_is_found_where_it_was_planted_and_nowhere_else(compared):
    found = compared("gain", {"pilot": 88, "old": 40})
    one = found["A1b"]

    assert (one["pilot"]["n"], one["old"]["n"]) == (102, 152)
    assert one["difference"] == pytest.approx(0.48, abs=0.02)
    assert (one["rule"], one["direction"]) == ("W7", "more")
    assert [name for name, row in found.items() if row["rule"] in CLAIMS] == ["A1b"]


def test_a_planted_loss_is_said_in_the_same_words_turned_round(compared):
    gain = compared("gain", {"pilot": 88, "old": 40})["A1b"]
    loss = compared("loss", {"pilot": 40, "old": 88})["A1b"]

    assert (loss["rule"], loss["direction"]) == ("W7", "less")
    said = gain["sentence"].split(":")[0].replace("more likely", "less likely")
    assert loss["sentence"].split(":")[0] == said
    assert loss["difference"] == pytest.approx(-gain["difference"], abs=0.02)


def test_where_nothing_was_planted_nothing_is_claimed(compared):
    found = compared("nothing", {"pilot": 60, "old": 60})

    assert found["A1b"]["difference_low"] < 0 < found["A1b"]["difference_high"]
    assert [name for name, row in found.items() if row["rule"] in CLAIMS] == []


def test_the_names_of_settings_say_nothing(compared):
    """The same answers under other names, of the same kind: every figure and word stays."""
    planting = {"pilot": 75, "old": 50}

    assert compared("named", planting) == compared("renamed", planting, (PILOT[::-1], OLD[::-1]))


def test_answers_turned_round_turn_the_difference_round(compared):
    straight = compared("straight", {"pilot": 75, "old": 50})
    turned = compared("turned", {"pilot": 75, "old": 50}, turned=("A1b",))
    one, other = straight["A1b"], turned["A1b"]

    assert other["difference"] == pytest.approx(-one["difference"])
    assert (other["difference_low"], other["difference_high"]) == pytest.approx(
        (-one["difference_high"], -one["difference_low"])
    )
    assert (one["rule"], one["direction"]) == (other["rule"], "more")
    assert other["direction"] == "less"
    assert straight["A5b"] == turned["A5b"]
