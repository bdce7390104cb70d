import json

import pytest

from tests.benchmarks.figures import Figure, plain, print_table, write_json
from tests.benchmarks.journeys import Journeys


@pytest.mark.parametrize(
    ("value", "target", "at_least", "holds"),
    [
        (80, 80, False, True),
        (81, 80, False, False),
        (2000, 2000, True, True),
        (1999, 2000, True, False),
        (None, 80, False, None),
        (80, None, False, None),
    ],
)
def test_a_figure_says_whether_its_target_holds(value, target, at_least, holds):
    assert Figure("time", value, "ms", target, at_least).holds is holds


def test_a_ratio_below_one_is_less_than_others_needed():
    assert Figure("time", 80, "ms", others={"other": 320}).ratio_to == {"other": 0.25}


def test_the_file_names_the_parts_of_each_figure(tmp_path):
    write_json([Figure("time", 80, "ms", 100, others={"other": 320})], tmp_path / "bench.json")

    assert json.loads((tmp_path / "bench.json").read_text()) == [
        {"name": "time", "value": 80, "unit": "ms", "target": 100, "ratio_to": {"other": 0.25}}
    ]


def test_a_missed_target_is_plain_to_see(capsys):
    print_table([Figure("time", 90, "ms", 80)])

    assert "MISSED" in capsys.readouterr().out


def test_what_could_not_be_measured_says_why(capsys):
    print_table([Figure("paint", None, "s", 2.0, why_not="no Chromium")])

    assert "no Chromium" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "written"),
    [(19219, "19,219"), (37.642, "37.6"), (2, "2"), (2676.4, "2,676"), (0.5, "0.5")],
)
def test_a_number_is_written_as_people_write_it(value, written):
    assert plain(value) == written


def test_showing_a_page_and_taking_its_answers_are_told_apart():
    taken = Journeys(
        shown_ms={"/q/words": [4.0, 5.0, 90.0], "/q/aim": [3.0]},
        taken_ms={"/q/words": [2.0], "/check": [7.0, 6.0, 8.0]},
    )

    assert taken.dearest_shown() == ("/q/words", 5.0)
    assert taken.dearest_taken() == ("/check", 7.0)
