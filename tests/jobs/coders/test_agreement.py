import json

import pytest

from analysis.errors import InputError
from analysis.jobs.coders.agreement import agreement


def write(path, coded):
    lines = [
        json.dumps({"id": str(id_), "codes": dict.fromkeys(codes, "-")}) for id_, codes in coded
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def two(tmp_path):
    one = [(1, ["A"]), (2, ["A", "B"]), (3, []), (4, ["B"]), (5, []), (6, ["A"])]
    other = [(1, ["A"]), (2, ["A"]), (3, []), (4, ["B"]), (5, []), (6, ["B"])]
    return write(tmp_path / "a.jsonl", one), write(tmp_path / "b.jsonl", other)


def test_texts_that_nobody_coded_are_no_agreement(two):
    assert agreement(*two)["overall"]["n"] == 4


def test_kappa_of_one_code_is_that_of_its_two_by_two_table(two):
    # Of four texts: both 2, first alone 1, second alone 0, neither 1. Observed .75, expected .5.
    assert agreement(*two)["codes"]["A"]["kappa"] == pytest.approx(0.5)


def test_a_coder_agrees_wholly_with_itself(two):
    found = agreement(two[0], two[0])

    assert found["overall"]["alpha"] == pytest.approx(1.0)
    assert {code["kappa"] for code in found["codes"].values()} == {1.0}


def test_the_same_files_give_the_same_ranges(two):
    assert agreement(*two) == agreement(*two)


def test_files_of_other_texts_are_refused(two, tmp_path):
    other = write(tmp_path / "c.jsonl", [(9, ["A"])])

    with pytest.raises(InputError, match="found other texts"):
        agreement(two[0], other)


def test_a_line_that_is_no_coding_is_refused_by_its_number(two, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "1", "codes": {}}\n{"id": "2"}\n', encoding="utf-8")

    with pytest.raises(InputError, match=r"bad\.jsonl, line 2"):
        agreement(bad, two[1])


@pytest.mark.parametrize(
    "line",
    [b"\xff\xfe", b'{"id": "1", "codes": {"A": "bad"}}', b'{"id": "1", "codes": ["A"]}', b"[1]"],
)
def test_what_is_no_coding_is_refused(two, tmp_path, line):
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(line)

    with pytest.raises(InputError, match=r"bad\.jsonl, line 1"):
        agreement(bad, two[1])


def test_a_text_twice_in_a_file_is_refused(two, tmp_path):
    with pytest.raises(InputError, match='found "1" twice'):
        agreement(write(tmp_path / "c.jsonl", [(1, ["A"]), (1, [])]), two[1])


def test_over_all_codes_kappa_asks_for_the_same_set(two):
    # Of four texts: the same set at 1 and 4; by chance (2 x 2 + 1 x 0 + 1 x 2) of 16.
    assert agreement(*two)["overall"]["kappa"] == pytest.approx((2 / 4 - 6 / 16) / (1 - 6 / 16))
