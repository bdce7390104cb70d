"""The word screen for harm: which answers a trained person reads soon."""

from collections.abc import Iterable, Sequence
from typing import Literal

from analysis.coding.language.matching import PhraseMatcher
from analysis.coding.language.text import tokenize
from analysis.definitions.danger import DangerList

Level = Literal["danger", "welfare"]


class DangerScreen:
    """The phrases of a danger list, compiled once.

    It errs towards reading too much: a denial ("he never hits") does not cancel, punctuation and
    line breaks between words do not count, nor do capitals and apostrophes.
    """

    def __init__(self, danger_list: DangerList) -> None:
        self._most = len(danger_list.danger)
        self._matcher = PhraseMatcher((*danger_list.danger, *danger_list.welfare), {})

    def level(self, texts: Iterable[str]) -> Level | None:
        """Return the highest level that any of the texts reaches, or None."""
        levels = {self.level_of([token.word for token in tokenize(text)]) for text in texts}
        return "danger" if "danger" in levels else "welfare" if "welfare" in levels else None

    def level_of(self, words: Sequence[str]) -> Level | None:
        """Return the level that a text's words reach."""
        found = [match.phrase for match in self._matcher.find(words)]
        if not found:
            return None
        return "danger" if min(found) < self._most else "welfare"


def danger_level(texts: Iterable[str], danger_list: DangerList) -> Level | None:
    """Return the level that a response's texts reach: `danger`, `welfare` or None.

    Examples
    --------
    >>> screened = DangerList(danger=("hurt* himself",), welfare=("locked in",), hash="")
    >>> danger_level(["All fine.", "He doesn't\\n HURT himself now"], screened)
    'danger'
    """
    return screen_of(danger_list).level(texts)


_screens: list[tuple[DangerList, DangerScreen]] = []
_KEPT_SCREENS = 4


def screen_of(danger_list: DangerList) -> DangerScreen:
    """Return the screen made for this very list: hashing its thousands of phrases costs more."""
    for known, screen in _screens:
        if known is danger_list:
            return screen
    screen = DangerScreen(danger_list)
    _screens.insert(0, (danger_list, screen))
    del _screens[_KEPT_SCREENS:]
    return screen
