"""A data folder made or opened."""

import json
import shutil
from pathlib import Path

from analysis.errors import StoreError
from analysis.store import audit
from analysis.store.database import connect, writing
from analysis.store.desk.key_holders import add_key_holder, add_recovery_code, new_key_pair
from analysis.store.keys import make_keys, read_key
from analysis.store.layout import DataFolder as DataFolder
from analysis.store.schema import prepare

MARK = "folder.json"


def create_folder(path: Path, survey: Path, made_up: bool, passphrase: str, holder: str) -> str:
    """Make an empty data folder and return the recovery code, which is kept nowhere.

    `holder` names the first key holder, whose passphrase opens words from now on.
    """
    if path.exists() and any(path.iterdir()):
        raise StoreError(f"{path}: found files in it, expected an empty or a new folder")
    begun = path.with_name(f"{path.name}.begun")
    shutil.rmtree(begun, ignore_errors=True)  # left by one that was interrupted
    begun.mkdir(mode=0o700, parents=True)
    recovery_code = _fill(DataFolder(begun, survey.resolve(), made_up), passphrase, holder)
    begun.rename(path)
    return recovery_code


def read_folder(path: Path) -> DataFolder:
    """Return what a data folder says of itself; its database is not touched."""
    try:
        mark = json.loads((path / MARK).read_text(encoding="utf-8"))
        return DataFolder(path, Path(mark["survey"]), bool(mark["made_up"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreError(f"{path}: found no good {MARK}, expected a folder made by init") from None


def open_folder(path: Path) -> DataFolder:
    """Return a data folder, its database brought up to date."""
    folder = read_folder(path)
    if not folder.database.exists():  # never made anew: that would hide the loss of every answer
        raise StoreError(f"{folder.database}: found no such file, expected this folder's answers")
    prepare(folder.database)
    return folder


def _fill(folder: DataFolder, passphrase: str, holder: str) -> str:
    private, public = new_key_pair()
    make_keys(folder.keys, public)
    folder.snapshots.mkdir()
    prepare(folder.database)
    db = connect(folder.database)
    with writing(db):
        audit.start(db, read_key(folder.keys, "audit"))
        add_key_holder(db, holder, passphrase, private)
        recovery_code = add_recovery_code(db, private)
    db.conn.close()
    mark = {"survey": str(folder.survey), "made_up": folder.made_up}
    (folder.path / MARK).write_text(json.dumps(mark), encoding="utf-8")
    return recovery_code
