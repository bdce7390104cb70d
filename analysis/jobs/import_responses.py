"""import-responses: answers that were collected elsewhere, a whole file or nothing of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from analysis.coding.danger import danger_level
from analysis.definitions.council import Council, load_council
from analysis.definitions.danger import DangerList, load_danger
from analysis.definitions.loading import load_survey
from analysis.definitions.survey import SKIPPED, Survey
from analysis.jobs.importing.rows import DAY, ID, AnswerReader
from analysis.jobs.importing.table import Fault, Row, Table, quoted, read_table, refusal
from analysis.jobs.rebuilding.placing import placing_of
from analysis.store.intake.door import open_intake
from analysis.store.intake.receipts import random_receipt
from analysis.store.intake.sending import Completed, is_taken, send_file
from analysis.store.layout import DataFolder


@dataclass(frozen=True, slots=True)
class Imported:
    """How many responses went in, and what a person should look at."""

    responses: int
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Findings:
    faults: list[Fault] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)  # where each id was seen first


def import_responses(folder: DataFolder, file: Path, today: date | None = None) -> Imported:
    """Store every response of the file; raise InputError with every fault and store none."""
    today = today or datetime.now(UTC).date()
    survey, council = load_survey(folder.survey), load_council(folder.survey)
    table = read_table(file)
    reader = AnswerReader(survey, council, table.columns)
    intake = open_intake(folder)
    try:
        if is_taken(intake.db, table.hash):
            raise refusal(table.name, [Fault("a file that was taken in before", "each file once")])
        warnings = _check(table, reader, today)
        # Read a second time rather than kept: what is sealed takes a tenth of the room.
        completed = _complete(table, reader, survey, council, load_danger(folder.survey))
        number = send_file(intake, table.hash, completed, today.isoformat())
    finally:
        intake.db.conn.close()
    return Imported(number, tuple(warnings))


def _check(table: Table, reader: AnswerReader, today: date) -> list[str]:
    found = _Findings(faults=list(reader.column_faults()))
    rows = 0
    for row in table.rows(found.faults):
        rows += 1
        reading = reader.read(row)
        found.faults += [*_twice(row, found.lines), *reading.faults]
        if reading.day and reading.day > today:
            place = f"{table.name}, line {row.line}, column {DAY}"
            told = quoted(reading.day.isoformat())
            found.warnings.append(f"{place}: found {told}, which is after today ({today})")
    if not rows and not found.faults:
        found.faults.append(Fault("no row below the header", "one row a response", 1))
    if found.faults:
        raise refusal(table.name, found.faults)
    return found.warnings


def _twice(row: Row, lines: dict[str, int]) -> Iterator[Fault]:
    if row.id is None:
        return
    first = lines.setdefault(row.id, row.line)
    if first != row.line:
        yield row.fault(ID, quoted(row.id), f"each id once, and it stands on line {first} too")


def _complete(
    table: Table, reader: AnswerReader, survey: Survey, council: Council, danger: DangerList
) -> Iterator[Completed]:
    after = {item.id for page in survey.pages if page.after_sending for item in page.items}
    for row in table.rows([]):
        reading = reader.read(row)
        route = reading.route
        if route is None or reading.day is None:  # checked before: there is none
            continue
        placing = placing_of(survey, route.found, route.known.because)
        place = str(route.answers.get(survey.roles.setting, ""))
        added = {id_: value for id_, value in route.answers.items() if id_ in after}
        yield Completed(
            questionnaire=survey.id,
            definition=survey.hash,
            council=council.hash,
            channel=reading.channel,
            day=reading.day.isoformat(),
            answers={id_: value for id_, value in route.answers.items() if id_ not in after},
            added=added if set(added.values()) - {SKIPPED} else {},
            words=reading.words,
            process=placing.process,
            because=placing.because,
            review_type=placing.review_type,
            setting_item=survey.roles.setting,
            setting=place if place in council.settings else None,
            danger=danger_level((words.reveal() for words in reading.words.values()), danger),
            receipt=random_receipt(),
        )
