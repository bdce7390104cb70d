"""Text that no file format takes for anything else: no control characters, no formulas."""

import re

from analysis.reporting.csv_file import safe_cell

NOT_IN_XML = re.compile("[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Return the text without what XML and spreadsheets cannot hold, each replaced by a space."""
    return NOT_IN_XML.sub(" ", text)


def plain_cell(value: str) -> str:
    """Return the text as a cell: on one line, and quoted where it could begin a formula."""
    return str(safe_cell(plain(value)))
