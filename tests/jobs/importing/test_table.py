import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.jobs.importing.table import Fault, read_table, refusal


def table_of(tmp_path, content):
    file = tmp_path / "answers.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(file)


def rows_of(table):
    faults = []
    return [(row.line, dict(row.cells)) for row in table.rows(faults)], faults


def test_a_row_is_named_by_the_line_it_begins_on(tmp_path):
    rows, _ = rows_of(table_of(tmp_path, 'id,O1\r\na,"one\ntwo\n\nthree"\r\nb,four\r\n'))
    assert [line for line, _ in rows] == [2, 6]


def test_line_breaks_inside_words_stay_as_they_are(tmp_path):
    rows, _ = rows_of(table_of(tmp_path, 'id,O1\na,"one\r\ntwo"\n'))
    assert rows[0][1]["O1"] == "one\r\ntwo"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_usual_way_to_write_a_table_reads_the_same(tmp_path, mark, delimiter, ending):
    lines = [delimiter.join(("id", "E1")), delimiter.join((" a ", "yes"))]
    table = table_of(tmp_path, mark + ending.join(lines).encode())
    assert table.columns == ("id", "E1")
    assert rows_of(table) == ([(2, {"id": "a", "E1": "yes"})], [])


def test_lines_in_which_nothing_stands_are_passed_over(tmp_path):
    assert rows_of(table_of(tmp_path, "id,E1\n\n,\na,yes\n\n"))[0] == [
        (4, {"id": "a", "E1": "yes"})
    ]


def test_a_row_of_another_width_is_no_row(tmp_path):
    rows, faults = rows_of(table_of(tmp_path, "id,E1\na,yes,no\nb,yes\n"))
    assert faults == [Fault("3 cells", "2, one a column", 2)]
    assert [cells["id"] for _, cells in rows] == ["b"]


def test_a_quotation_mark_left_open_is_told_with_its_line(tmp_path):
    rows, faults = rows_of(table_of(tmp_path, 'id,O1\na,b\nc,"never closed\nd,e\n'))
    assert [line for line, _ in rows] == [2]
    assert [fault.line for fault in faults] == [3]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_refused_by_name(tmp_path, encoding):
    with pytest.raises(InputError, match=r"answers\.csv: found UTF-16, expected UTF-8"):
        table_of(tmp_path, "id,E1\na,yes\n".encode(encoding))


def test_an_old_encoding_is_refused_at_its_first_line(tmp_path):
    with pytest.raises(InputError, match="line 3: found a byte that is no UTF-8"):
        table_of(tmp_path, "id,O1\na,b\nc,café\n".encode("cp1252"))


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n"])
def test_an_empty_file_is_refused(tmp_path, content):
    with pytest.raises(InputError, match="found nothing, expected a header"):
        table_of(tmp_path, content)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        read_table(tmp_path / "gone.csv")


def test_a_refusal_tells_every_fault_on_a_line_of_its_own():
    told = refusal("a.csv", [Fault("x", "y", 2, "E1"), Fault("v", "w", 3, "E2", "b2")])
    assert str(told).splitlines() == [
        "a.csv, line 2, column E1: found x, expected y.",
        'a.csv, line 3, column E2: found v, expected w (id "b2").',
        "Nothing was stored.",
    ]


def test_a_single_fault_is_told_on_one_line():
    assert str(refusal("a.csv", [Fault("x", "y", 2, "E1")])) == (
        "a.csv, line 2, column E1: found x, expected y. Nothing was stored."
    )


def test_a_strange_id_or_column_never_breaks_the_line():
    told = refusal("a.csv", [Fault("x", "y", 2, "E1\nE2", "b\x1b[2J")])
    assert len(str(told).splitlines()) == 1
    assert "\x1b" not in str(told)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_refusal(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(content)
    try:
        table = read_table(file)
    except InputError:
        return
    faults = []
    assert all(row.cells for row in table.rows(faults))
    assert all(fault.line for fault in faults)
