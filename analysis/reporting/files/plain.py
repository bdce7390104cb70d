"""Text that no file format takes for anything else: no control characters, no formulas."""

import re

from analysis.reporting.csv_file import safe_cell

# What XML has no place for, and marks that turn the direction of the text around them.
NOT_PLAIN = re.compile(
    "[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)


def plain(text: str) -> str:
    """Return the text with a space for each such character."""
    return NOT_PLAIN.sub(" ", text)


def plain_cell(value: str) -> str:
    """Return the text as a cell, quoted where it could begin a formula."""
    return str(safe_cell(plain(value)))
