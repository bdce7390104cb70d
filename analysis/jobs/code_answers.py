"""code_answers: redact and code what families wrote, while the words are unlocked."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

from analysis.coding.answers import AnswerReader
from analysis.coding.coder import Coder
from analysis.coding.learning.encoder import load_encoder
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import Codebook
from analysis.definitions.danger import load_danger
from analysis.definitions.loading import Definitions, load_definitions
from analysis.definitions.survey import codable_items
from analysis.jobs.learning.folder import MODEL
from analysis.jobs.learning.in_use import name_in_use, room_of
from analysis.jobs.learning.starting import ENCODED_UP_TO, HYBRID, load_coder, make_coder
from analysis.store.database import writing
from analysis.store.desk.codings import PROGRAM, Run, read_uncoded, save_coded
from analysis.store.desk.door import Desk
from analysis.store.desk.texts import find_text, save_redacted
from analysis.store.desk.vault import Vault
from analysis.version import VERSION

_KEPT: dict[Run, AnswerReader] = {}  # the last one: answers come one by one while words are open
BATCH = 50  # texts a transaction: a survey being answered never waits long behind it


def code_answers(
    desk: Desk,
    vault: Vault,
    say: Callable[[int, int], None] = lambda done, of: None,
    encode: bool | None = None,
) -> int:
    """Code the texts that this coder has not read yet and return how many there were.

    The coder is the model in use or, where there is none, the one that knows the codebook alone;
    that one hears the sentence encoder as `encode` says or, where it says nothing, if the answers
    are real and not too many.
    """
    definitions = load_definitions(desk.folder.survey)
    danger = load_danger(desk.folder.survey)
    if encode is None:
        encode = not desk.folder.made_up and desk.db.table("words").count <= ENCODED_UP_TO
    mark, make = _choose(desk, definitions.codebook, encode)
    run = _run(mark, definitions, danger.hash)
    waiting = read_uncoded(desk.db, run)
    if waiting and run not in _KEPT:
        names = council_names(definitions.council)
        _KEPT.clear()
        _KEPT[run] = AnswerReader(make(), definitions.codebook, danger, names)
    for done, batch in _batches(waiting):
        _code(desk, vault, batch, _KEPT[run], definitions, run)
        say(done, len(waiting))
    return len(waiting)


def _choose(desk: Desk, codebook: Codebook, encode: bool) -> tuple[str, Callable[[], Coder]]:
    """Return a mark that changes with the coder, and what makes it: that takes seconds."""
    room = room_of(desk.folder)
    if used := name_in_use(room):
        folder = room / used
        mark = (folder / MODEL).read_text(encoding="utf-8")
        return mark, partial(load_coder, folder, codebook)
    encoder = load_encoder() if encode else None
    if encoder is None:  # without it the phrases speak alone, and faster
        return PhraseCoder.name, partial(PhraseCoder, codebook)
    today = datetime.now(UTC).date()
    return f"{HYBRID} {encoder.name}", partial(make_coder, HYBRID, codebook, today)


def _run(coder: str, definitions: Definitions, danger: str) -> Run:
    """Name what codes, so that a change of any part codes anew."""
    redaction = _digest(VERSION, definitions.council.hash)
    return Run(PROGRAM, _digest(coder, VERSION, danger), definitions.codebook.hash, redaction)


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
