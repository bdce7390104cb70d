"""Headings, paragraphs, tables and pictures, with the stamp at the foot of every page."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import said, stamp_lines
from analysis.reporting.files.plain import plain
from analysis.reporting.files.steady import without_times

FONT, SIZE = "Arial", 10.5
PAGE, MARGIN = (Cm(21.0), Cm(29.7)), Cm(2.0)  # A4
STRIP = Cm(3.4)
HEADINGS = {"Title": 20, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and what it says to those who do not see it."""

    png: bytes
    says: str


Line = str | Picture
Content = Sequence[Line]  # of a cell, line by line


def new_document(report: Report, survey: Survey, title: str, size: float = SIZE) -> WordDocument:
    """Return a document with its title, its stamp and its mark of made-up answers."""
    document = Document()
    _set_page(document)
    _set_styles(document, size)
    made = datetime.fromisoformat(report.stamp.made_at)
    about = document.core_properties
    about.title, about.author, about.comments = plain(title), "", ""
    about.language, about.created, about.modified = survey.language, made, made
    stamp = stamp_lines(report, survey)
    _set_head_and_foot(document, report, stamp)
    document.add_paragraph(plain(title), style="Title")
    return document


def write_document(document: WordDocument) -> bytes:
    """Return the file's bytes: the same for the same report."""
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def add_heading(document: WordDocument, text: str, level: int = 1) -> None:
    """Add a heading."""
    document.add_heading(plain(text), level)


def add_lines(document: WordDocument, lines: Sequence[str], style: str | None = None) -> None:
    """Add a paragraph a line."""
    for line in lines:
        document.add_paragraph(plain(line), style=style)


def add_said(document: WordDocument, lead: str, text: str) -> None:
    """Add a paragraph whose first words stand out."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{plain(lead)} ").bold = True
    paragraph.add_run(plain(text))


def add_table(
    document: WordDocument,
    heads: Sequence[str],
    rows: Sequence[Sequence[Content]],
    widths: Sequence[float],
) -> None:
    """Add a table whose first row is repeated on every page it runs over; widths in cm."""
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    _fill_row(table.rows[0], [[head] for head in heads], widths, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for row in rows:
        added = table.add_row()
        _fill_row(added, row, widths)
        _mark(added, "w:cantSplit")
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _fill_row(
    row: _Row, contents: Sequence[Content], widths: Sequence[float], bold: bool = False
) -> None:
    for cell, content, width in zip(row.cells, contents, widths, strict=True):
        cell.width = Cm(width)
        _fill_cell(cell, content, bold)


def _fill_cell(cell: _Cell, content: Content, bold: bool) -> None:
    for number, line in enumerate(content or [""]):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        if isinstance(line, Picture):
            _add_picture(paragraph, line)
        else:
            paragraph.add_run(plain(line)).bold = bold


def _add_picture(paragraph: Paragraph, picture: Picture) -> None:
    shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), width=STRIP)
    shape._inline.docPr.set("descr", plain(picture.says))


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Cm(1.8)


def _set_styles(document: WordDocument, size: float) -> None:
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set_font(style, HEADINGS.get(style.name or "", size))
    document.styles["Normal"].paragraph_format.space_after = Pt(4)  # type: ignore[attr-defined]
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
