import sqlite3

import pytest

from analysis.store.intake.additions import add_to_response
from analysis.store.intake.receipts import receipt_hash, withdraw
from tests.store.made import DAY, send

REFUSED = r"prohibited|not authori|authorization denied|vtable constructor failed"
READS = [
    "SELECT ciphertext FROM words",
    "SELECT * FROM words",
    "SELECT sealed FROM word_keys",
    "SELECT sealed FROM redactions",
    "SELECT wrapped FROM key_holders",
    "SELECT count(*) FROM key_holders",
    "SELECT code FROM codings",
    "SELECT flag FROM flags",
    "SELECT coder FROM coded",
    "SELECT username FROM accounts",
    "SELECT count(*) FROM accounts",
    "SELECT who FROM failures",
    "SELECT payload FROM releases",
    "SELECT answers FROM responses",
    "SELECT answers FROM additions",
    "SELECT process FROM processes",
    "SELECT cluster FROM response_settings",
    "SELECT level FROM danger_levels",
    "SELECT item FROM words",
    "SELECT day FROM invitations",
    "SELECT sql FROM sqlite_master",
    "SELECT * FROM dbstat",
    "SELECT * FROM pragma_table_info('words')",
]
ROUNDABOUT = [
    "INSERT INTO drafts SELECT id, ciphertext, '' FROM words",
    "INSERT INTO drafts VALUES (1, (SELECT sealed FROM word_keys), '')",
    "DELETE FROM drafts WHERE EXISTS (SELECT 1 FROM words WHERE ciphertext > x'00')",
    "UPDATE drafts SET sealed = (SELECT ciphertext FROM words)",
    "WITH w AS (SELECT ciphertext c FROM words) SELECT c FROM w",
    "SELECT id FROM words ORDER BY ciphertext",
    "SELECT group_concat(id) FROM words",
]
CHANGES = [
    "UPDATE responses SET answers = '{}'",
    "UPDATE processes SET process = 'old'",
    "UPDATE audit SET day = ''",
    "DELETE FROM audit",
    "DELETE FROM withdrawals",
    "DELETE FROM definitions",
    "DELETE FROM accounts",
    "INSERT INTO invitations VALUES (1, 1, 'qr', '')",
    "UPDATE invitations SET cluster = 1",
    "DELETE FROM invitations",
    "INSERT INTO accounts VALUES (1, 'a', 'b', 'c', 1, 1, 1, '')",
    "INSERT INTO key_holders VALUES (1, 'a', x'', x'')",
    "INSERT INTO codings VALUES (1, 1, 'TIM-1', '-', 0, 1, 1.0, '[]')",
]
MACHINERY = [
    "ATTACH 'other.db' AS other",
    "VACUUM INTO 'copy.db'",
    "VACUUM",
    "PRAGMA writable_schema = ON",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA secure_delete = OFF",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA journal_mode = DELETE",
    "DROP TRIGGER words_erased",
    "DROP TABLE words",
    "CREATE TABLE copied AS SELECT ciphertext FROM words",
    "CREATE TEMP TRIGGER t AFTER INSERT ON words BEGIN SELECT 1; END",
    "CREATE VIEW v AS SELECT ciphertext FROM words",
    "ALTER TABLE words RENAME TO w",
    "SELECT load_extension('x')",
]


@pytest.mark.parametrize("sql", READS + ROUNDABOUT + CHANGES + MACHINERY)
def test_the_survey_sides_connection_refuses(intake, sql):
    send(intake, danger="welfare")

    with pytest.raises(sqlite3.DatabaseError, match=REFUSED):
        intake.db.conn.execute(sql)


def test_what_is_refused_there_stands_in_the_table(intake, desk):
    send(intake)

    assert desk.db.execute("SELECT ciphertext FROM words").fetchone()[0]


def test_it_does_all_that_a_family_asks_of_it(intake):
    code = send(intake, danger="danger", setting="oak", setting_item="R0")

    assert add_to_response(intake, receipt_hash(intake.receipt_key, code), {"D5": "x"}, {}, DAY)
    assert withdraw(intake, code, DAY)


def test_no_secret_shows_in_its_repr(intake, desk):
    for side in (intake, desk):
        for name in ("audit_key", "setting_key", "cookie_key"):
            assert repr(getattr(side, name)) not in repr(side)


def test_the_sides_cookies_are_signed_with_unlike_keys(intake, desk):
    assert intake.cookie_key != desk.cookie_key
