"""Headings, paragraphs, tables and pictures, with the stamp at the foot of every page."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import said
from analysis.reporting.files.plain import plain
from analysis.reporting.files.steady import without_times
from analysis.reporting.html.stamp import stamp_line

FONT, SIZE = "Arial", 10.5
A4, SIDES, ENDS = (Cm(21.0), Cm(29.7)), Cm(2.0), Cm(1.9)
SHORT = 16  # rows of one line: such a table is not cut
STRIP = Cm(2.8)
INK = RGBColor(0x0B, 0x0C, 0x0C)
HEADINGS = {"Title": 20.0, "Heading 1": 15.0, "Heading 2": 12.5}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and what it says to those who do not see it."""

    png: bytes
    says: str


Content = Sequence[str | Picture]  # of a cell, line by line


def new_document(report: Report, survey: Survey, title: str, size: float = SIZE) -> WordDocument:
    """Return a document with its title, its stamp and its mark of made-up answers."""
    document = Document()
    section, about = document.sections[0], document.core_properties
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = SIDES
    section.top_margin = section.bottom_margin = ENDS
    section.header_distance = section.footer_distance = Cm(0.8)
    about.title, about.author, about.comments = plain(title), "", ""
    about.language = survey.language
    about.created = about.modified = datetime.fromisoformat(report.stamp.made_at)
    _set_styles(document, size, survey.language)
    _set_head_and_foot(document, report, survey)
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


def add_said(document: WordDocument, lead: str, *texts: str) -> None:
    """Add a paragraph whose first words stand out."""
    paragraph = document.add_paragraph()
    paragraph.add_run(plain(lead)).bold = True
    for text in texts:
        paragraph.add_run(f" {plain(text)}")


def add_lead(document: WordDocument, line: str) -> None:
    """Add what stands over a table, on the same page as its first row."""
    add_lines(document, [line])
    stay(document)


def stay(document: WordDocument) -> None:
    """Keep the last paragraph on the page of what comes next."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def add_plain_table(
    document: WordDocument,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
) -> None:
    """Add a table of one line a cell; a short one stands on one page."""
    contents = [[[cell] for cell in row] for row in rows]
    add_table(document, heads, contents, widths, together=len(rows) <= SHORT)


def add_table(
    document: WordDocument,
    heads: Sequence[str],
    rows: Sequence[Sequence[Content]],
    widths: Sequence[float],
    together: bool = False,
) -> None:
    """Add a table whose first row is repeated on every page; widths in cm.

    A table that stands together is moved to the next page rather than cut.
    """
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    _fill_row(table.rows[0], [[head] for head in heads], widths, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for row in rows:
        added = table.add_row()
        _fill_row(added, row, widths)
        _mark(added, "w:cantSplit")
    for row in table.rows[:-1] if together else ():
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill_row(
    row: _Row, contents: Sequence[Content], widths: Sequence[float], bold: bool = False
) -> None:
    for cell, content, width in zip(row.cells, contents, widths, strict=True):
        cell.width = Cm(width)
        _fill_cell(cell, content, bold)


def _fill_cell(cell: _Cell, content: Content, bold: bool) -> None:
    for number, line in enumerate(content):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        if isinstance(line, Picture):
            _add_picture(paragraph, line)
        else:
            paragraph.add_run(plain(line), style="Strong" if bold else None)


def _add_picture(paragraph: Paragraph, picture: Picture) -> None:
    shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), width=STRIP)
    shape._inline.docPr.set("descr", plain(picture.says))
    for side in "TBLR":  # unsaid, LibreOffice keeps text away and the picture covers a border
        shape._inline.set(f"dist{side}", "0")


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _set_styles(document: WordDocument, size: float, language: str) -> None:
    for name, points in {"Normal": size, **HEADINGS}.items():
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(points), INK
            style.paragraph_format.space_after = Pt(4)
        for fonts in style.element.iter(qn("w:rFonts")):
            for theme in [key for key in fonts.attrib if "Theme" in str(key)]:
                del fonts.attrib[theme]  # it would stand before the font that is named here
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def _set_head_and_foot(document: WordDocument, report: Report, survey: Survey) -> None:
    """Put the mark of made-up answers at the head and the stamp at the foot of every page."""
    section = document.sections[0]
    if report.stamp.made_up:
        section.header.paragraphs[0].add_run(plain(said()["made_up"])).bold = True
    foot = section.footer.paragraphs[0]
    line = f"{stamp_line(report, survey)} {said()['word']['page']} "
    foot.add_run(plain(line)).font.size = Pt(8)
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot._p.append(number)
