"""Praise, blame, both or a wish: which way a clause speaks of what it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from analysis.coding.language.matching import PhraseMatcher, SameWords
from analysis.definitions.codebook import Polarity, PolarityWords, Usual

_NEGATION_REACH = 3  # words between a denial and what it denies
LEANING = 1.5  # a code's own phrase weighs more than a word of praise or blame
_DENIAL = -0.6  # a denial of nothing in particular: "no report", "nobody rang"
_QUESTION = -0.4  # asked of a survey, a question is seldom praise
_TONE = {"praise": 0.5, "problem": -0.5}
_USUAL = {"+": 0.3, "-": -0.3, "both": 0.0}
_SIGN = {"well": 1.0, "badly": -1.0}
_SPEAKING = frozenset({"well", "badly", "neutral", "wish", "halfway", "negation"})


class Span(NamedTuple):
    """Words from `start` up to `end` of a clause that speak in one way (`kind`)."""

    kind: str
    start: int
    end: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause holds of praise, blame, wishes, denials and times."""

    spans: tuple[Span, ...]
    question: bool

    def has(self, kind: str) -> bool:
        """Tell whether anything of a kind stands in the clause."""
        return any(span.kind == kind for span in self.spans)


class Reading(NamedTuple):
    """The polarity of a clause for one code; `own` when its words say so, not what is usual."""

    polarity: Polarity
    own: bool
    past: bool = False
    now: bool = False


class PolarityReader:
    """Reads which way a clause speaks, from the codebook's words alone.

    Examples
    --------
    >>> words = PolarityWords(well=("helpful",), negation=("not",), wish=("should",))
    >>> reader = PolarityReader(words, {})
    >>> clause = reader.read("they were not very helpful".split())
    >>> reader.decide(clause, tone="mixed", usual="both").polarity
    '-'
    """

    def __init__(self, words: PolarityWords, same_words: SameWords) -> None:
        pairs = [(kind, phrase) for kind, phrases in words for phrase in phrases]
        self._kinds = [kind for kind, _ in pairs]
        self._matcher = PhraseMatcher((phrase for _, phrase in pairs), same_words)

    def read(self, words: Sequence[str], question: bool = False) -> Clause:
        """Return what stands in a clause; `question` says that it ends in a question mark."""
        found = self._matcher.find(words)
        spans = tuple(Span(self._kinds[match.phrase], match.start, match.end) for match in found)
        return Clause(spans, question)

    def decide(
        self, clause: Clause, tone: str, usual: Usual, leanings: Iterable[Span] = ()
    ) -> Reading:
        """Return how a clause speaks of one code.

        Parameters
        ----------
        clause
            What `read` found.
        tone
            What the question was for; a wish is what is asked for under `suggestion`.
        usual
            How the code is mostly spoken of: weighs only where the words are silent.
        leanings
            Places (`well` or `badly`) where a phrase of the code carries its own praise or blame.
        """
        spans = _chosen([*leanings, *clause.spans])
        signs = list(_signs(spans, clause))
        polarity = _polarity(spans, signs, clause, tone, usual)
        own = bool(signs) or polarity in ("mixed", "suggestion")
        return Reading(polarity, own, clause.has("past"), clause.has("now"))


def reconcile(readings: Sequence[Reading]) -> list[Polarity]:
    """Return the polarities of one code's clauses after each has heard the others.

    A clause whose own words do not say takes the side of those that do. What was so last year
    gives way to what is so now.

    Examples
    --------
    >>> reconcile([Reading("-", True, past=True), Reading("+", True, now=True)])
    ['+', '+']
    """
    settled = list(readings)
    today = {reading.polarity for reading in settled if reading.now and not reading.past}
    if len(today) == 1:
        settled = [r._replace(polarity=min(today)) if r.past and not r.now else r for r in settled]
    said = {reading.polarity for reading in settled if reading.own}
    if len(said) == 1:
        settled = [r if r.own else r._replace(polarity=min(said)) for r in settled]
    return [reading.polarity for reading in settled]


def _polarity(
    spans: Sequence[Span], signs: Sequence[float], clause: Clause, tone: str, usual: Usual
) -> Polarity:
    if _is_wish(clause, spans, tone, signs):
        return "suggestion"
    both = min(signs, default=0) < 0 < max(signs, default=0)
    if clause.has("halfway") or (both and clause.has("contrast")):
        return "mixed"
    score = sum(signs) + _USUAL[usual] + _TONE.get(tone, 0.0)
    if clause.question:
        score += _QUESTION
    if clause.has("sarcasm") and tone != "praise":
        score = -abs(score)
    return "+" if score > 0 else "-"


def _chosen(spans: Sequence[Span]) -> list[Span]:
    """Return the spans that speak, longest first, none over another: "no need to" is one."""
    taken: set[int] = set()
    chosen = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, -s.weight, s.start)):
        places = range(span.start, span.end)
        if span.kind in _SPEAKING and taken.isdisjoint(places):
            taken.update(places)
            chosen.append(span)
    return chosen


def _signs(spans: Iterable[Span], clause: Clause) -> Iterable[float]:
    """Yield a number above 0 for praise, below for blame; a denial before it turns it round."""
    denials = {span for span in spans if span.kind == "negation"}
    used: set[Span] = set()
    found: list[float] = []
    for span in spans:
        sign = _SIGN.get(span.kind)
        if sign is None:
            continue
        before = [d for d in denials if 0 <= span.start - d.end <= _NEGATION_REACH]
        before = [d for d in before if not _parted(clause, d, span)]
        used.update(before)
        found.append(-sign if before else sign * span.weight)
    return chain(found, (_DENIAL for _ in list(denials - used)[:1]))


def _parted(clause: Clause, left: Span, right: Span) -> bool:
    return any(
        span.kind == "contrast" and left.end <= span.start < right.start for span in clause.spans
    )


def _is_wish(clause: Clause, spans: Sequence[Span], tone: str, signs: Sequence[float]) -> bool:
    wish = any(span.kind == "wish" for span in spans)
    if tone != "suggestion":
        return wish
    lived = clause.has("lived") and bool(signs)
    return wish or not lived
