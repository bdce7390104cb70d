"""The staff side's connection and keys."""

from dataclasses import dataclass, field

from analysis.store.database import Database, connect
from analysis.store.keys import read_key
from analysis.store.layout import DataFolder


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the staff side holds while the words are locked: one a thread."""

    folder: DataFolder
    db: Database
    audit_key: bytes = field(repr=False)
    setting_key: bytes = field(repr=False)
    cookie_key: bytes = field(repr=False)


def open_desk(folder: DataFolder) -> Desk:
    """Return the staff side's hold on a data folder."""
    return Desk(
        folder=folder,
        db=connect(folder.database),
        audit_key=read_key(folder.keys, "audit"),
        setting_key=read_key(folder.keys, "setting"),
        cookie_key=read_key(folder.keys, "staff-cookie"),
    )
