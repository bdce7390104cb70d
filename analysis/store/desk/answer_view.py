"""Closed answers with a column an item, for people who read the database with tools of their own.

The view is made from the survey and holds nothing itself: where words were written it says
"written", and no setting is named. What stands in it has passed no gate.
"""

from sqlite_utils import Database

from analysis.definitions.survey import Item, Survey
from analysis.store.database import writing

NAME = "answers_by_item"
BESIDE = "r.id AS response_id, r.definition, r.channel, r.day, p.process, p.because, p.review_type"
FROM = (
    "FROM responses r JOIN processes p ON p.response_id = r.id"
    " LEFT JOIN additions a ON a.response_id = r.id AND a.questionnaire = r.questionnaire"
)
TICKS = "(SELECT group_concat(value, '|') FROM json_each({row}.answers, {path}))"
ONE = "json_extract({row}.answers, {path})"


def make_answer_view(db: Database, survey: Survey) -> bool:
    """Make the view anew if the survey's items changed, and say whether they had."""
    wanted = _view(survey)
    kept = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", [NAME]).fetchone()
    if kept == (wanted,):
        return False
    with writing(db):
        drop_answer_view(db)
        db.execute(wanted)
    return True


def drop_answer_view(db: Database) -> None:
    """Take the view away; SQLite renames no table that a view still reads."""
    db.execute(f"DROP VIEW IF EXISTS {NAME}")


def _view(survey: Survey) -> str:
    columns = [
        _column(item, "a" if page.after_sending else "r")
        for page in survey.pages
        for item in page.items
    ]
    asked = f"WHERE r.questionnaire = {_quoted(survey.id)}"
    return f"CREATE VIEW {NAME} AS SELECT {', '.join([BESIDE, *columns])} {FROM} {asked}"


def _column(item: Item, row: str) -> str:
    """Return one item's column: ticks joined as in a file of answers, nothing if not asked."""
    said = TICKS if item.kind == "many" else ONE
    path = _quoted(f'$."{item.id}"')
    name = item.id.replace('"', '""')
    return f'{said.format(row=row, path=path)} AS "{name}"'


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
