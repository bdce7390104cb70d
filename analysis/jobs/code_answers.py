"""code_answers: redact and code what families wrote, while the words are unlocked."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from analysis.coding.answers import AnswerReader
from analysis.coding.coder import Coder
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.danger import load_danger
from analysis.definitions.survey import codable_items
from analysis.jobs.rebuild import Definitions, load_definitions
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
    coder = PhraseCoder(definitions.codebook)
    danger = load_danger(desk.folder.survey)
    names = council_names(definitions.council)
    reader = AnswerReader(coder, definitions.codebook, danger, names)
    run = _run(coder, definitions)
    waiting = read_uncoded(desk.db, run)
    for done, batch in _batches(waiting):
        _code(desk, vault, batch, (reader, definitions, run))
        say(done, len(waiting))
    return len(waiting)


def _run(coder: Coder, definitions: Definitions) -> Run:
    """Name what codes, so that a change of any part codes anew."""
    settings = "|".join(sorted(s.name for s in definitions.council.settings.values()))
    redaction = hashlib.sha256(f"{VERSION}|{settings}".encode()).hexdigest()[:16]
    return Run(coder.name, f"{coder.name}-{VERSION}", definitions.codebook.hash, redaction)


def _batches(ids: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        yield start + len(batch), batch


def _code(
    desk: Desk,
    vault: Vault,
    batch: Sequence[int],
    using: tuple[AnswerReader, Definitions, Run],
) -> None:
    """Read a batch outside the transaction, and keep what was found in one."""
    reader, definitions, run = using
    items, codable = definitions.survey.items(), codable_items(definitions.survey)
    found = []
    for words_id in batch:
        place = find_text(desk.db, words_id)
        if place is None:
            continue  # withdrawn since it was listed
        words = vault.open(desk.db, words_id)
        tone = items[place.item].tone if place.item in items else None
        answer = reader.read(words, tone or "mixed")
        codings = answer.codings if place.item in codable else ()
        found.append((words_id, answer.redaction.text, codings, answer.flags))
    with writing(desk.db) as db:
        for words_id, text, codes, flags in found:
            if find_text(db, words_id):
                save_redacted(db, vault, words_id, text, run.redaction)
                save_coded(db, run, words_id, codes, flags)
