"""Phrases compiled into one automaton that finds all of them in a clause at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.coding.language.text import tokenize
from analysis.errors import InputError

GAP = "..."
GAP_WORDS = 3  # how many words "..." may stand for
_ANY_NUMBER = "#"
_DIGITS = tuple(f"{digit}*" for digit in range(10))
_KEPT_WORDS = 50_000  # words remembered with what they match; then the memory begins anew

SameWords = Mapping[str, Sequence[str]]
Compounds = Mapping[int, Sequence[tuple[int, int]]]


class Match(NamedTuple):
    """A phrase found: words from `start` up to `end` of the clause, and the phrase's number."""

    start: int
    end: int
    phrase: int


@dataclass(slots=True)
class _Node:
    """What has been read of a phrase so far."""

    next: dict[int, "_Node"] = field(default_factory=dict)
    gap: "_Node | None" = None
    ends: list[int] = field(default_factory=list)


class _Known(NamedTuple):
    """What a word can be, and the states that it begins."""

    symbols: frozenset[int]
    begins: list[_Node]
    compounds: list[_Node]


class PhraseMatcher:
    """Finds phrases in the words of a clause.

    Parameters
    ----------
    phrases
        Words apart by spaces, in any case: `*` ends a word that may go on in any way, `a|b` is
        either word, `...` up to three words between, `#` a number. Apostrophes do not count.
    same_words
        A word of a phrase that heads one of these lists stands for every entry, itself included;
        entries may be several words long and may end in `*`.

    Raises
    ------
    InputError
        If a phrase has no word, or begins or ends with `...`.

    Examples
    --------
    >>> matcher = PhraseMatcher(["report ... late", "chas*"], {"report": ["write up"]})
    >>> matcher.find("the write up was very late so i chased".split())
    [Match(start=1, end=6, phrase=0), Match(start=8, end=9, phrase=1)]
    """

    def __init__(self, phrases: Iterable[str], same_words: SameWords) -> None:
        self._same_words = same_words
        self._symbols: dict[str, int] = {}
        self._exact: dict[str, set[int]] = {}
        self._prefixes: dict[str, set[int]] = {}
        self._longest = 0  # of the prefixes: a word of a million letters is no slower
        self._compounds = _Node()
        self._root = _Node()
        self._known: dict[str, _Known] = {}
        for number, phrase in enumerate(phrases):
            self._add(number, phrase)

    def _add(self, number: int, phrase: str) -> None:
        elements = phrase.lower().split()
        if not elements or GAP in (elements[0], elements[-1]):
            raise InputError(f'phrase "{phrase}": expected a word first and last')
        node = self._root
        for element in elements:
            if element == GAP:
                node.gap = node.gap or _Node()
                node = node.gap
            else:
                node = self._step(node, element)
        node.ends.append(number)

    def _step(self, node: _Node, element: str) -> _Node:
        """Go on by one element; one that is several words ("follow-up") goes on by several."""
        parts = [element] if "|" in element else _words_of(element)
        for part in parts:
            node = node.next.setdefault(self._symbol(part), _Node())
        return node

    def _symbol(self, element: str) -> int:
        """Return the number of an element, and note every word that matches it."""
        if element in self._symbols:
            return self._symbols[element]
        symbol = self._symbols[element] = len(self._symbols)
        for choice in element.split("|"):
            for entry in self._entries(choice):
                self._note(entry, symbol)
        return symbol

    def _entries(self, choice: str) -> Sequence[str]:
        if choice == _ANY_NUMBER:
            return (*_DIGITS, *self._same_words.get("number", ()))
        plain = " ".join(_words_of(choice))
        return (plain, *self._same_words.get(plain, ()))

    def _note(self, entry: str, symbol: int) -> None:
        words = _words_of(entry)
        if len(words) == 1:
            word = words[0]
            table = self._prefixes if word.endswith("*") else self._exact
            table.setdefault(word.rstrip("*"), set()).add(symbol)
            self._longest = max(self._longest, len(word))
        elif words:
            node = self._compounds
            for word in words:
                node = node.next.setdefault(self._symbol_of_word(word), _Node())
            node.ends.append(symbol)

    def _symbol_of_word(self, word: str) -> int:
        """Return a number for one word inside an entry of several; lists do not hold there."""
        name = f"={word}"
        if name not in self._symbols:
            self._symbols[name] = len(self._symbols)
            self._note(word, self._symbols[name])
        return self._symbols[name]

    def find(self, words: Sequence[str]) -> list[Match]:
        """Return every phrase found, in the order of where it starts."""
        read = [self._known.get(word) or self._learn(word) for word in words]
        symbols = [known.symbols for known in read]
        compounds = self._find_compounds(read, symbols)
        found: list[Match] = []
        for start, known in enumerate(read):
            states = [(node, start + 1) for node in known.begins]
            for symbol, after in compounds.get(start, ()):
                if symbol in self._root.next:
                    states.append((self._root.next[symbol], after))
            if states:
                _follow(start, states, symbols, compounds, found)
        return found

    def finds_any(self, words: Sequence[str]) -> bool:
        """Tell whether any phrase is there."""
        return bool(self.find(words))

    def _learn(self, word: str) -> _Known:
        if len(self._known) >= _KEPT_WORDS:
            self._known.clear()
        symbols = frozenset(self._matching(word))
        known = self._known[word] = _Known(
            symbols,
            [self._root.next[symbol] for symbol in sorted(symbols) if symbol in self._root.next],
            [self._compounds.next[symbol] for symbol in symbols if symbol in self._compounds.next],
        )
        return known

    def _matching(self, word: str) -> Iterator[int]:
        yield from self._exact.get(word, ())
        for length in range(1, min(len(word), self._longest) + 1):
            yield from self._prefixes.get(word[:length], ())

    def _find_compounds(
        self, read: Sequence[_Known], symbols: Sequence[frozenset[int]]
    ) -> Compounds:
        """Return the entries of several words by where they begin, each with where it ends."""
        found: dict[int, list[tuple[int, int]]] = {}
        for start, known in enumerate(read):
            states = [(node, start + 1) for node in known.compounds]
            while states:
                node, place = states.pop()
                if node.ends:
                    found.setdefault(start, []).extend((symbol, place) for symbol in node.ends)
                if node.next and place < len(symbols):
                    here = symbols[place]
                    states += [(after, place + 1) for s, after in node.next.items() if s in here]
        return found


def _follow(
    start: int,
    states: list[tuple[_Node, int]],
    symbols: Sequence[frozenset[int]],
    compounds: Compounds,
    found: list[Match],
) -> None:
    """Read on from each state, and add to `found` where a phrase is complete."""
    while states:
        node, place = states.pop()
        if node.ends:
            found += [Match(start, place, number) for number in node.ends]
        if node.next:
            _advance(node.next, place, symbols, compounds, states)
        if node.gap is not None:
            for later in range(place, place + GAP_WORDS + 1):
                _advance(node.gap.next, later, symbols, compounds, states)


def _advance(
    following: Mapping[int, _Node],
    place: int,
    symbols: Sequence[frozenset[int]],
    compounds: Compounds,
    states: list[tuple[_Node, int]],
) -> None:
    if place >= len(symbols):
        return
    here = symbols[place]
    if len(following) <= len(here):
        states += [(node, place + 1) for symbol, node in following.items() if symbol in here]
    else:
        states += [(following[symbol], place + 1) for symbol in here if symbol in following]
    for symbol, after in compounds.get(place, ()):
        if symbol in following:
            states.append((following[symbol], after))


def _words_of(entry: str) -> list[str]:
    """Return the plain words of an entry, each with its `*` where it has one."""
    words: list[str] = []
    for part in entry.split():
        if part == _ANY_NUMBER:
            words.append(part)
            continue
        tokens = [token.word for token in tokenize(part)]
        if tokens and part.endswith("*"):
            tokens[-1] += "*"
        words.extend(tokens)
    return words
