"""One answer read whole: redacted, coded, flagged."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.coding.coder import Coder, Coding, code_many
from analysis.coding.flags import FlagFinder, codings_beside, type_non_answer
from analysis.coding.redaction.names import Names
from analysis.coding.redaction.redact import redact
from analysis.coding.redaction.spans import Redaction
from analysis.definitions.codebook import Codebook
from analysis.definitions.danger import DangerList
from analysis.words import Words


class Answer(NamedTuple):
    """What was read in an answer; offsets of codings are those of the redacted text.

    `nothing` says of an answer of nothing whether that is praise or blame (`type_non_answer`).
    """

    redaction: Redaction
    codings: tuple[Coding, ...]
    flags: tuple[str, ...]
    nothing: str | None = None


class AnswerReader:
    """Reads answers with one coder, made once for many of them.

    Parameters
    ----------
    coder
        Kept as `coder`, so that it can be asked for its reasons.
    codebook, danger_list
        Whose words make flags.
    names
        Those known before any answer is read.
    """

    def __init__(
        self, coder: Coder, codebook: Codebook, danger_list: DangerList, names: Names
    ) -> None:
        self.coder = coder
        self._codebook = codebook
        self._flags = FlagFinder(codebook, danger_list)
        self._names = names

    def read(self, words: Words, tone: str) -> Answer:
        """Return what an answer holds; flags are looked for in the words as written.

        `tone` is what the question was for: `praise`, `problem`, `suggestion` or `mixed`.
        """
        [answer] = self.read_many([(words, tone)])
        return answer

    def read_many(self, written: Sequence[tuple[Words, str]]) -> list[Answer]:
        """Return what answers hold, each given with its tone; a coder may read them at once."""
        redactions = [redact(words, self._names) for words, _ in written]
        texts = [(r.text, tone) for r, (_, tone) in zip(redactions, written, strict=True)]
        found = zip(redactions, code_many(self.coder, texts), written, strict=True)
        return [self._beside(redaction, codings, *one) for redaction, codings, one in found]

    def _beside(
        self, redaction: Redaction, codings: tuple[Coding, ...], words: Words, tone: str
    ) -> Answer:
        flags = self._flags.find(words)
        beside = codings_beside(codings, flags, self._codebook)
        return Answer(redaction, beside, flags, type_non_answer(words, flags, tone))
