import json
from datetime import date

import pytest

from analysis.errors import InputError
from analysis.jobs.coders.import_codings import import_codings
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.store.desk.codings import read_codings
from analysis.store.desk.door import open_desk
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("codings")
    init(place / "data", outside_folder(place), "a passphrase for tests", "test", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, OUTSIDE_ANSWERS / "answers.csv")
    return folder


@pytest.fixture
def text(folder):
    row = open_desk(folder).db.execute("SELECT id FROM words WHERE item = 'O2'").fetchone()
    return row[0]


def line(text, **changes):
    return json.dumps(
        {"id": str(text), "codes": {"TIM-2": "-"}, "coder": "anna", "sampled": "random"} | changes
    )


def write(place, *lines):
    file = place / "codings.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_what_a_person_coded_is_kept(folder, text, tmp_path):
    assert import_codings(folder, write(tmp_path, line(text)), DAY) == 1

    kept = read_codings(open_desk(folder).db, text)
    assert [(one.coder, one.code, one.polarity, one.person) for one in kept] == [
        ("anna", "TIM-2", "-", True)
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "12"}, 'line 2, id: found "12", expected the id of a text in the store'),
        ({"codes": {"ZZZ": "-"}}, 'line 2, codes: found "ZZZ", expected a code'),
        ({"codes": {"TIM-2": "bad"}}, 'codes, TIM-2: found "bad", expected one of'),
        ({"codes": []}, "codes: expected an object"),
        ({"coder": " "}, "coder: found no name"),
        ({"sampled": "some"}, 'sampled: found "some", expected one of random, chosen'),
        ({"more": 1}, "found other fields"),
    ],
)
def test_a_fault_is_told_by_line_and_nothing_is_stored(folder, text, tmp_path, changes, said):
    file = write(tmp_path, line(text, coder="berta"), line(text, **changes))

    with pytest.raises(InputError) as refused:
        import_codings(folder, file, DAY)

    assert said in str(refused.value)
    assert "berta" not in {one.coder for one in read_codings(open_desk(folder).db, text)}


def test_a_line_that_is_no_json_is_refused(folder, text, tmp_path):
    with pytest.raises(InputError, match="line 1, whole line: found no JSON"):
        import_codings(folder, write(tmp_path, "nonsense"), DAY)


@pytest.mark.parametrize("bad", [b"\xff\xfe", b'{"id": 1', b"[" * 100_000])
def test_bytes_that_are_no_line_of_json_are_refused_in_one_line(folder, tmp_path, bad):
    file = tmp_path / "codings.jsonl"
    file.write_bytes(bad)

    with pytest.raises(InputError) as refused:
        import_codings(folder, file, DAY)

    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("id_", ["\N{SUPERSCRIPT TWO}", "9" * 19, True, 1.5, None, -1, "x" * 300])
def test_an_id_that_is_no_number_of_a_text_is_refused(folder, text, tmp_path, id_):
    with pytest.raises(InputError, match=r"line 1, id: found .{1,60}, expected the id of a text"):
        import_codings(folder, write(tmp_path, line(text, id=id_)), DAY)


def test_a_text_coded_twice_by_one_person_is_refused(folder, text, tmp_path):
    with pytest.raises(InputError, match="line 2, id: found the same text and coder twice"):
        import_codings(folder, write(tmp_path, line(text), line(text)), DAY)


def test_a_byte_order_mark_and_blank_lines_are_no_fault(folder, text, tmp_path):
    file = write(tmp_path, "", line(text, coder="carla"), "")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())

    assert import_codings(folder, file, DAY) == 1
