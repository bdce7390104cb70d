"""One answer read whole: redacted, coded, flagged."""

from typing import NamedTuple

from analysis.coding.coder import Coder, Coding
from analysis.coding.flags import FlagFinder, codings_beside
from analysis.coding.redaction.names import Names
from analysis.coding.redaction.redact import redact
from analysis.coding.redaction.spans import Redaction
from analysis.definitions.codebook import Codebook
from analysis.definitions.danger import DangerList
from analysis.words import Words


class Answer(NamedTuple):
    """What was read in an answer; offsets of codings are those of the redacted text."""

    redaction: Redaction
    codings: tuple[Coding, ...]
    flags: tuple[str, ...]


class AnswerReader:
    """Reads answers with one coder, made once for many of them."""

    def __init__(
        self, coder: Coder, codebook: Codebook, danger_list: DangerList, names: Names
    ) -> None:
        self._coder = coder
        self._codebook = codebook
        self._flags = FlagFinder(codebook, danger_list)
        self._names = names

    def read(self, words: Words, tone: str) -> Answer:
        """Return what an answer holds; flags are looked for in the words as written.

        `tone` is what the question was for: `praise`, `problem`, `suggestion` or `mixed`.
        """
        redaction = redact(words, self._names)
        flags = self._flags.find(words)
        codings = codings_beside(self._coder.code(redaction.text, tone), flags, self._codebook)
        return Answer(redaction, codings, flags)
