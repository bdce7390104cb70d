"""A CSV file read strictly: each row with the line it begins on, each fault by its place."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import InputError

QUOTED = 40  # a longer value may be somebody's words in the wrong column: its length is told
WIDE_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place; without a line it is the whole file."""

    found: str
    expected: str
    line: int | None = None
    column: str | None = None
    row: str | None = None  # the row's own id, for whoever keeps the list


@dataclass(frozen=True, slots=True)
class Row:
    """The cells in which something stands, by column; `line` is where the row begins."""

    line: int
    cells: Mapping[str, str]

    @property
    def id(self) -> str | None:
        """The row's own id, if the file gives one."""
        return self.cells.get("id")

    def fault(self, column: str, found: str, expected: str) -> Fault:
        """Return a fault in one cell of this row."""
        return Fault(found, expected, self.line, column, self.id)


@dataclass(frozen=True, slots=True)
class Table:
    """A file's columns and text; `hash` is of its bytes."""

    name: str
    hash: str
    columns: tuple[str, ...]
    delimiter: str
    text: str

    def rows(self, faults: list[Fault]) -> Iterator[Row]:
        """Yield every row in which something stands; what is no row is added to `faults`."""
        begins, width = 1, len(self.columns)
        reader = _reader(self.text, self.delimiter)
        try:
            for cells in reader:
                line, begins = begins, reader.line_num + 1
                if line == 1 or not any(cells):
                    continue
                if len(cells) != width:
                    faults.append(Fault(f"{len(cells)} cells", f"{width}, one a column", line))
                    continue
                pairs = zip(self.columns, cells, strict=True)
                yield Row(line, {column: v for column, cell in pairs if (v := cell.strip())})
        except csv.Error as error:
            faults.append(Fault(f"a row that cannot be taken apart ({error})", _A_ROW, begins))


_A_ROW = "quotation marks in pairs; nothing below this line was read"


def read_table(file: Path) -> Table:
    """Return the file's columns and text, or refuse the file."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}, expected a CSV file") from None
    text = _decoded(file.name, content)
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    try:
        columns = tuple(cell.strip() for cell in next(_reader(text, delimiter), []))
    except csv.Error as error:
        raise refusal(file.name, [Fault(f"a header that cannot be taken apart ({error})", _A_ROW, 1)]) from None
    if not any(columns):
        raise refusal(file.name, [Fault("nothing", "a header and one row a response", 1)])
    return Table(file.name, hashlib.sha256(content).hexdigest(), columns, delimiter, text)


def refusal(name: str, faults: Iterable[Fault]) -> InputError:
    """Return the error that tells every fault, one a line."""
    lines = [_told(name, fault) for fault in faults]
    end = " " if len(lines) == 1 else "\n"
    return InputError("\n".join(lines) + end + "Nothing was stored.")


def quoted(value: str) -> str:
    """Return a closed value as a message may show it; anything longer by its length alone."""
    return f'"{value}"' if len(value) <= QUOTED and value.isprintable() else f"{len(value)} characters"


def _told(name: str, fault: Fault) -> str:
    place = name
    if fault.line is not None:
        place += f", line {fault.line}"
    if fault.column is not None:
        place += f", column {fault.column}"
    row = f" (id {fault.row[:QUOTED]})" if fault.row else ""
    return f"{place}: found {fault.found}, expected {fault.expected}{row}."


def _reader(text: str, delimiter: str) -> "csv._reader":
    # newline="" leaves line breaks inside words as they are, and counts each of them.
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _decoded(name: str, content: bytes) -> str:
    expected = "UTF-8 with or without a byte order mark"
    if content[:2] in WIDE_MARKS or b"\0" in content[:64]:
        raise refusal(name, [Fault("UTF-16", expected)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"a byte that is no UTF-8 (0x{content[error.start]:02x})"
        raise refusal(name, [Fault(found, expected, line)]) from None
