"""The reader of the answers in store: made once, kept for the next answer and for its reasons."""

import hashlib
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from analysis.coding.answers import AnswerReader
from analysis.coding.coder import Coder
from analysis.coding.learning.encoder import load_encoder
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import Codebook
from analysis.definitions.danger import DangerList, load_danger
from analysis.definitions.loading import Definitions
from analysis.jobs.learning.folder import MODEL
from analysis.jobs.learning.in_use import name_in_use, room_of
from analysis.jobs.learning.starting import ENCODED_UP_TO, HYBRID, load_coder, make_coder
from analysis.store.desk.codings import PROGRAM, Run
from analysis.store.desk.door import Desk
from analysis.version import VERSION

_KEPT: dict[Run, AnswerReader] = {}  # the last one: to make one takes seconds
_ALONE = threading.Lock()


class InUse(NamedTuple):
    """What codes now, by name, and what makes a reader of it."""

    run: Run
    make: Callable[[], AnswerReader]

    def reader(self) -> AnswerReader:
        """Return the reader, the one that is kept if there is one."""
        with _ALONE:
            if self.run not in _KEPT:
                reader = self.make()
                _KEPT.clear()
                _KEPT[self.run] = reader
            return _KEPT[self.run]


def in_use(desk: Desk, definitions: Definitions, encode: bool | None = None) -> InUse:
    """Return what codes the answers in store: the model in use or, without one, the codebook alone.

    The latter hears the sentence encoder as `encode` says or, where it says nothing, if the
    answers are real and not too many.
    """
    danger = load_danger(desk.folder.survey)
    if encode is None:
        encode = not desk.folder.made_up and desk.db.table("words").count <= ENCODED_UP_TO
    mark, make = _choose(desk, definitions.codebook, encode)
    return InUse(_run(mark, definitions, danger.hash), partial(_make, make, definitions, danger))


def reader_of(desk: Desk, run: Run, definitions: Definitions) -> AnswerReader | None:
    """Return the reader that read a text; None if that is no longer the one in use."""
    kept = _KEPT.get(run)
    if kept is not None:
        return kept
    used = in_use(desk, definitions)
    return used.reader() if used.run == run else None


def _make(make: Callable[[], Coder], definitions: Definitions, danger: DangerList) -> AnswerReader:
    return AnswerReader(make(), definitions.codebook, danger, council_names(definitions.council))


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
