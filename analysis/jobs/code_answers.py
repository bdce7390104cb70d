"""code_answers: redact and code what families wrote, while the words are unlocked."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from analysis.coding.answers import AnswerReader
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.danger import load_danger
from analysis.definitions.survey import codable_items
from analysis.jobs.audience import Definitions
from analysis.jobs.rebuild import load_definitions
from analysis.store.database import writing
from analysis.store.desk.codings import Run, read_uncoded, save_coded
from analysis.store.desk.door import Desk
from analysis.store.desk.texts import find_text, save_redacted
from analysis.store.desk.vault import Vault
from analysis.version import VERSION

BATCH = 50  # texts a transaction: a survey being answered never waits long behind it


def code_answers(
    desk: Desk, vault: Vault, say: Callable[[int, int], None] = lambda done, of: None
) -> int:
    """Code the texts that this coder has not read yet and return how many there were."""
    definitions = load_definitions(desk.folder)
    danger = load_danger(desk.folder.survey)
    coder = PhraseCoder(definitions.codebook)
    names = council_names(definitions.council)
    reader = AnswerReader(coder, definitions.codebook, danger, names)
    run = _run(coder.name, definitions, danger.hash)
    waiting = read_uncoded(desk.db, run)
    for done, batch in _batches(waiting):
        _code(desk, vault, batch, reader, definitions, run)
        say(done, len(waiting))
    return len(waiting)


def _run(coder: str, definitions: Definitions, danger: str) -> Run:
    """Name what codes, so that a change of any part codes anew."""
    redaction = _digest(VERSION, definitions.council.hash)
    return Run(coder, _digest(coder, VERSION, danger), definitions.codebook.hash, redaction)


def _digest(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _batches(ids: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        yield start + len(batch), batch


def _code(
    desk: Desk,
    vault: Vault,
    batch: Sequence[int],
    reader: AnswerReader,
    definitions: Definitions,
    run: Run,
) -> None:
    """Read a batch outside the transaction, and keep what was found in one."""
    items, codable = definitions.survey.items(), codable_items(definitions.survey)
    found = []
    for words_id in batch:
        place = find_text(desk.db, words_id)
        if place is None:
            continue  # withdrawn since it was listed
        item = items.get(place.item)
        tone = item.tone if item and item.tone else "mixed"
        answer = reader.read(vault.open(desk.db, words_id), tone)
        found.append((words_id, answer, answer.codings if place.item in codable else ()))
    with writing(desk.db) as db:
        for words_id, answer, codings in found:
            if find_text(db, words_id):
                save_redacted(db, vault, words_id, answer.redaction.text, run.redaction)
                save_coded(db, run, words_id, codings, answer.flags)
