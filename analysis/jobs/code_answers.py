"""code_answers: redact and code what families wrote, while the words are unlocked."""

from collections.abc import Callable, Iterator, Sequence

from analysis.coding.answers import AnswerReader
from analysis.definitions.loading import Definitions, load_definitions
from analysis.definitions.survey import codable_items
from analysis.jobs.coders.reader import in_use
from analysis.store.database import writing
from analysis.store.desk.codings import Run, read_uncoded, save_coded
from analysis.store.desk.door import Desk
from analysis.store.desk.texts import find_text, save_redacted
from analysis.store.desk.vault import Vault

BATCH = 50  # texts a transaction: a survey being answered never waits long behind it


def code_answers(
    desk: Desk,
    vault: Vault,
    say: Callable[[int, int], None] = lambda done, of: None,
    encode: bool | None = None,
) -> int:
    """Code the texts that the coder in use has not read yet and return how many there were.

    `encode` says whether the coder that knows the codebook alone hears the sentence encoder.
    """
    definitions = load_definitions(desk.folder.survey)
    used = in_use(desk, definitions, encode)
    waiting = read_uncoded(desk.db, used.run)
    if not waiting:
        return 0
    reader = used.reader()
    for done, batch in _batches(waiting):
        _code(desk, vault, batch, reader, definitions, used.run)
        say(done, len(waiting))
    return len(waiting)


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
    there, written = [], []
    for words_id in batch:
        place = find_text(desk.db, words_id)
        if place is None:
            continue  # withdrawn since it was listed
        item = items.get(place.item)
        there.append((words_id, place.item in codable))
        written.append((vault.open(desk.db, words_id), (item and item.tone) or "mixed"))
    answers = reader.read_many(written)
    with writing(desk.db) as db:
        for (words_id, coded), answer in zip(there, answers, strict=True):
            if find_text(db, words_id):
                codings = answer.codings if coded else ()
                save_redacted(db, vault, words_id, answer.redaction.text, run.redaction)
                typed = [answer.nothing] if answer.nothing else []
                save_coded(db, run, words_id, codings, [*answer.flags, *typed])
