"""A CSV file read strictly: each row with the line it begins on, each fault by its place."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import InputError

QUOTED = 40  # a longer value may be somebody's words in the wrong column: its length is told
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


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
    """A file's columns and content; `hash` is of the content."""

    name: str
    hash: str
    columns: tuple[str, ...]
    delimiter: str
    content: bytes = field(repr=False)

    def rows(self, faults: list[Fault]) -> Iterator[Row]:
        """Yield every row in which something stands; what is no row is added to `faults`."""
        width = len(self.columns)
        for line, cells in _lines(self.content, self.delimiter, faults):
            if line == 1 or not any(cells):
                continue
            if len(cells) != width:
                faults.append(Fault(f"{len(cells)} cells", f"{width}, one a column", line))
                continue
            pairs = zip(self.columns, cells, strict=True)
            yield Row(line, {column: v for column, cell in pairs if (v := cell.strip())})


def read_table(file: Path) -> Table:
    """Return the file's columns and content, or refuse the file."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}, expected a CSV file") from None
    faults = list(_encoding_faults(content))
    header = content.partition(b"\n")[0]
    delimiter = ";" if header.count(b";") > header.count(b",") else ","
    _, cells = (1, []) if faults else next(_lines(content, delimiter, faults), (1, []))
    if not any(cells):
        raise refusal(file.name, faults or [Fault("nothing", "a header and a row a response", 1)])
    columns = tuple(cell.strip() for cell in cells)
    return Table(file.name, hashlib.sha256(content).hexdigest(), columns, delimiter, content)


def refusal(name: str, faults: Iterable[Fault]) -> InputError:
    """Return the error that tells every fault, one a line."""
    lines = [_told(name, fault) for fault in faults]
    end = " " if len(lines) == 1 else "\n"
    return InputError("\n".join(lines) + end + "Nothing was stored.")


def quoted(value: str) -> str:
    """Return a closed value as a message may show it; anything longer by its length alone."""
    return f'"{value}"' if _is_short(value) else f"{len(value)} characters"


def _is_short(value: str) -> bool:
    return len(value) <= QUOTED and value.isprintable()


def _told(name: str, fault: Fault) -> str:
    place = name
    if fault.line is not None:
        place += f", line {fault.line}"
    if fault.column is not None:
        place += f", column {fault.column if _is_short(fault.column) else quoted(fault.column)}"
    row = f" (id {quoted(fault.row)})" if fault.row else ""
    return f"{place}: found {fault.found}, expected {fault.expected}{row}."


def _lines(content: bytes, delimiter: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line each row begins on, with its cells; where that cannot be told, stop."""
    # newline="" leaves line breaks inside words as they are, and counts each of them.
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        found = f"a row that cannot be taken apart ({error})"
        faults.append(Fault(found, "quotation marks in pairs; below it nothing was read", begins))


def _encoding_faults(content: bytes) -> Iterator[Fault]:
    expected = "UTF-8 with or without a byte order mark"
    if content[:2] in WIDE_MARKS or b"\0" in content[:64]:
        yield Fault("UTF-16", expected)
        return
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield Fault(f"a byte that is no UTF-8 (0x{content[error.start]:02x})", expected, line)
