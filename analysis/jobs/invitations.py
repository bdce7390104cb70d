"""invitations: a link for each setting, by which a family need not look it up in a list."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from analysis.definitions.council import Setting, load_council
from analysis.errors import InputError
from analysis.jobs.text_files import writing_texts
from analysis.reporting.csv_file import safe_cell
from analysis.store import audit
from analysis.store.database import writing
from analysis.store.desk.door import open_desk
from analysis.store.intake.invitations import BY_LINK, add_invitations
from analysis.store.layout import DataFolder

COLUMNS = ("setting", "name", "channel", "code", "link")
BYTE_ORDER_MARK = "\ufeff"  # tells a spreadsheet program the encoding


def invitations(folder: DataFolder, file: Path, channel: str, site: str, today: date) -> int:
    """Make a code for each setting, write them to a new file, and return how many there are.

    Earlier codes go on working. `site` is the address that families open, "https://" and all.
    """
    if channel not in BY_LINK:
        raise InputError(f'channel: found "{channel}", expected one of {", ".join(BY_LINK)}')
    if file.exists():
        raise InputError(f"{file}: found a file, expected a new one: codes are kept nowhere else")
    day = today.isoformat()
    settings, desk = load_council(folder.survey).settings, open_desk(folder)
    try:
        with writing_texts(file) as out, writing(desk.db) as db:
            codes = add_invitations(db, desk.setting_key, settings, channel, day)
            audit.append(db, desk.audit_key, "invitations", day, codes=len(codes), channel=channel)
            out.write(BYTE_ORDER_MARK)
            csv.writer(out).writerows(_rows(settings, codes, channel, site.rstrip("/")))
    finally:
        desk.db.conn.close()
    return len(codes)


def _rows(
    settings: Mapping[str, Setting], codes: Mapping[str, str], channel: str, site: str
) -> Iterator[list[str | int]]:
    yield list(COLUMNS)
    for setting, code in codes.items():
        row = (setting, settings[setting].name, channel, code, f"{site}/i/{code}")
        yield [safe_cell(cell) for cell in row]
