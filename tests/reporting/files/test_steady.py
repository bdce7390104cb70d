import io
import zipfile

from analysis.reporting.files.steady import steady_zip, without_times


def test_an_archive_holds_its_files_in_their_order():
    packed = zipfile.ZipFile(io.BytesIO(steady_zip({"b.csv": b"2", "a.csv": b"1"})))

    assert {name: packed.read(name) for name in packed.namelist()} == {"b.csv": b"2", "a.csv": b"1"}
    assert packed.namelist() == ["b.csv", "a.csv"]


def test_the_time_of_writing_is_not_kept():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        written.writestr(zipfile.ZipInfo("a", (2026, 4, 2, 10, 4, 0)), b"1")

    assert without_times(out.getvalue()) == steady_zip({"a": b"1"})
