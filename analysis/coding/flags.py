"""What is noted about an answer beside its codes: harm, a complaint, no answer, no English."""

from collections.abc import Iterable, Sequence
from unicodedata import combining, name, normalize

from analysis.coding.coder import Coding
from analysis.coding.danger import screen_of
from analysis.coding.language.grammar import COMMON
from analysis.coding.language.matching import PhraseMatcher
from analysis.coding.language.text import tokenize
from analysis.definitions.codebook import Codebook
from analysis.definitions.danger import DangerList
from analysis.words import Words

_LONGEST_NON_ANSWER = 10  # words
_FEWEST_WORDS = 4  # fewer do not tell one language from another
_ENGLISH_SHARE = 0.25  # of its words, English text has more among the commonest
_NO_MARKS = str.maketrans("łøđı", "lodi")  # letters that do not come apart
_UNCODED = ("off-topic", "not-english")  # an answer so flagged has no codes


NOTHING_WRONG, NOTHING_GOOD = "nothing-wrong", "nothing-good"
# What denies; what says of which it is denied; what says no more than that there is no answer.
_DENIES = frozenset(
    ["nothing", "none", "nowt", "anything", "problems", "issues", "complaints", "changes"]
)
_OF_WRONG = frozenset(
    ["wrong", "improve", "improving", "complain", "problems", "issues", "complaints", "changes"]
)
_OF_GOOD = frozenset(["well", "good"])
_NO_ANSWER = frozenset(
    ["add", "say", "report", "know", "sure", "else", "more", "comment", "previous"]
)
_TURNED = {"praise": NOTHING_GOOD, "problem": NOTHING_WRONG, "suggestion": NOTHING_WRONG}


class FlagFinder:
    """Finds the flags of an answer by the codebook's words and the danger list."""

    def __init__(self, codebook: Codebook, danger_list: DangerList) -> None:
        listed = codebook.flags
        self._danger = screen_of(danger_list)
        self._complaint = PhraseMatcher(listed.get("complaint", ()), {})
        self._non_answer = PhraseMatcher(listed.get("off-topic", ()), {})
        self._foreign = frozenset(listed.get("not-english", ()))

    def find(self, words: Words) -> tuple[str, ...]:
        """Return the flags of an answer as written: danger or welfare, complaint, ..."""
        text = words.reveal()
        tokens = [token.word for token in tokenize(text)]
        found = {
            "complaint": self._complaint.finds_any(tokens),
            "off-topic": self._says_nothing(tokens),
            "not-english": self._is_foreign(text, tokens),
        }
        level = self._danger.level_of(tokens)
        return (*([level] if level else []), *(flag for flag, is_so in found.items() if is_so))

    def _says_nothing(self, words: Sequence[str]) -> bool:
        """Tell whether the whole answer is made of phrases that say nothing, or of no word."""
        if len(words) > _LONGEST_NON_ANSWER:
            return False
        covered = {
            place
            for match in self._non_answer.find(words)
            for place in range(match.start, match.end)
        }
        return all(n in covered or not word.isalpha() for n, word in enumerate(words))

    def _is_foreign(self, text: str, words: Sequence[str]) -> bool:
        letters = [letter for letter in text if letter.isalpha()]
        if 2 * sum(not _is_latin(letter) for letter in letters) > len(letters):
            return True
        if len(words) < _FEWEST_WORDS:
            return False
        english = sum(word in COMMON for word in words)
        rest = [word for word in words if word not in COMMON]
        foreign = sum(
            _without_accents(word) in self._foreign or not word.isascii() for word in rest
        )
        return english <= _ENGLISH_SHARE * len(words) and foreign > english


def find_flags(words: Words, codebook: Codebook, danger_list: DangerList) -> tuple[str, ...]:
    """Return the flags of one answer; for many answers keep a `FlagFinder`.

    Examples
    --------
    >>> from analysis.definitions.codebook import Codebook
    >>> book = Codebook(version="1", themes=(), codes=(), flags={"off-topic": ["nothing"]}, hash="")
    >>> find_flags(Words("Nothing."), book, DangerList(danger=(), welfare=(), hash=""))
    ('off-topic',)
    """
    return FlagFinder(codebook, danger_list).find(words)


def type_non_answer(words: Words, flags: Sequence[str], tone: str) -> str | None:
    """Return what an answer of nothing says, by what the question was for.

    "Nothing" is praise where it was asked what went wrong or could be better, and blame where it
    was asked what went well, unless its own words say which. None where it says neither, as "no
    comment" does.

    Examples
    --------
    >>> type_non_answer(Words("Nothing really."), ("off-topic",), "suggestion")
    'nothing-wrong'
    """
    said = {token.word for token in tokenize(words.reveal())}
    if "off-topic" not in flags or not said & _DENIES or said & _NO_ANSWER:
        return None
    if said & _OF_WRONG:
        return NOTHING_WRONG
    return NOTHING_GOOD if said & _OF_GOOD else _TURNED.get(tone)


def codings_beside(
    codings: Iterable[Coding], flags: Sequence[str], codebook: Codebook
) -> tuple[Coding, ...]:
    """Return the codings that stand beside the flags: none where nothing was said in English."""
    if any(flag in _UNCODED for flag in flags):
        return ()
    never = {code.id for code in codebook.codes if set(code.not_beside) & set(flags)}
    return tuple(coding for coding in codings if coding.code not in never)


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    plain = normalize("NFKD", word).translate(_NO_MARKS)
    return "".join(letter for letter in plain if not combining(letter))


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or name(letter, "").startswith(("LATIN", "MODIFIER"))
