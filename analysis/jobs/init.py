"""init: an empty data folder with its keys, for one survey folder."""

import secrets
from pathlib import Path

from analysis.definitions.checking.whole import load_whole
from analysis.definitions.council import load_council
from analysis.definitions.reading import hash_of
from analysis.store.desk.accounts import add_account
from analysis.store.desk.answer_view import make_answer_view
from analysis.store.desk.door import open_desk
from analysis.store.folder import create_folder, open_folder
from analysis.store.intake.definitions import archive_definition
from analysis.store.layout import DataFolder


def init(path: Path, survey: Path, passphrase: str, holder: str, made_up: bool = False) -> str:
    """Make the data folder and return the recovery code, which is shown once and kept nowhere."""
    load_whole(survey)
    return create_folder(path, survey, made_up, passphrase, holder)


def first_accounts(path: Path) -> list[tuple[str, str]]:
    """Make the two accounts that let others in, and return their names and passwords.

    The administrator makes accounts and can open no words; the first key holder lets readers in,
    and agrees to results for the first party that has to.
    """
    folder = open_folder(path)
    desk, parties = open_desk(folder), load_council(folder.survey).sign_offs
    made = []
    for role, holds_key in (("administrator", False), ("lead_reviewer", True)):
        name, password = role.replace("_", "-"), secrets.token_urlsafe(12)
        party = parties[0] if holds_key and parties else ""
        add_account(desk.db, name, role, password, key_holder=holds_key, approved=True, party=party)
        made.append((name, password))
    desk.db.conn.close()
    return made


def open_data(path: Path) -> DataFolder:
    """Return a data folder with the definitions it serves today kept beside its answers."""
    folder = open_folder(path)
    survey = load_whole(folder.survey).survey
    desk = open_desk(folder)
    make_answer_view(desk.db, survey)
    for kind in ("survey", "council", "codebook"):
        file = folder.survey / f"{kind}.toml"
        archive_definition(desk.db, hash_of(file), kind, file.read_text(encoding="utf-8"))
    desk.db.conn.close()
    return folder
