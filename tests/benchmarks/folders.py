"""Data folders for the benchmarks: made up through the import, coded, and multiplied in place."""

import sqlite3
from pathlib import Path

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.made_up import write_made_up
from analysis.store.database import random_id
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock
from analysis.store.layout import DataFolder
from tests.servers import ROOT

SURVEY = ROOT / "surveys" / "annual-review"
SIX_PAGES = ROOT / "tests" / "surveys" / "peers-six-pages"
PASSPHRASE = "a passphrase for benchmarks"
SEED = 7
# In the order in which rows hang on each other.
GROWN = (
    "responses",
    "processes",
    "response_settings",
    "word_keys",
    "words",
    "coded",
    "codings",
    "flags",
)


def empty_folder(path: Path, survey: Path = SURVEY) -> DataFolder:
    """Return a fresh data folder for a survey folder."""
    init(path, survey, PASSPHRASE, "benchmark", made_up=True)
    return open_data(path)


def filled_folder(path: Path, responses: int) -> DataFolder:
    """Return a data folder with made-up responses, imported and coded as any others are."""
    folder = empty_folder(path)
    file = path.with_suffix(".csv")
    survey, council = load_survey(SURVEY), load_council(SURVEY)
    write_made_up(survey, council, SURVEY / "made-up", responses, SEED, file)
    import_responses(folder, file)
    desk = open_desk(folder)
    code_answers(desk, unlock(desk, PASSPHRASE))
    desk.db.conn.close()
    return folder


def multiply(folder: DataFolder, times: int) -> None:
    """Let every response stand `times` times, with all that hangs on it, under new numbers.

    Rows keep their random order: in each copy the same bits of every number are turned over.
    """
    db = sqlite3.connect(folder.database, isolation_level=None)
    for table in GROWN:
        db.execute(f"CREATE TEMP TABLE first_{table} AS SELECT * FROM {table}")
    db.execute("BEGIN IMMEDIATE")
    for _ in range(1, times):
        turned = random_id()
        for table in GROWN:
            db.execute(_copy_statement(db, table, turned))
    db.execute("COMMIT")
    db.close()


def _copy_statement(db: sqlite3.Connection, table: str, turned: int) -> str:
    about = db.execute(f"PRAGMA table_info({table})").fetchall()
    numbers = {row[1] for row in about if row[5]}
    parents = db.execute(f"PRAGMA foreign_key_list({table})")
    numbers |= {row[3] for row in parents if row[2] in GROWN}
    renewed = {name: f"(({name} | {turned}) - ({name} & {turned}))" for name in numbers}
    renewed["receipt"] = f"receipt || '-{turned}'"
    values = ", ".join(renewed.get(row[1], f'"{row[1]}"') for row in about)
    return f"INSERT INTO {table} SELECT {values} FROM first_{table}"
