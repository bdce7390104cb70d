"""The word screen for harm: which answers a trained person reads soon."""

from collections.abc import Iterable
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
        self._danger = PhraseMatcher(danger_list.danger, {})
        self._welfare = PhraseMatcher(danger_list.welfare, {})

    def level(self, texts: Iterable[str]) -> Level | None:
        """Return the highest level that any of the texts reaches, or None."""
        found: Level | None = None
        for text in texts:
            words = [token.word for token in tokenize(text)]
            if self._danger.finds_any(words):
                return "danger"
            if self._welfare.finds_any(words):
                found = "welfare"
        return found


def danger_level(texts: Iterable[str], danger_list: DangerList) -> Level | None:
    """Return the level that a response's texts reach: `danger`, `welfare` or None.

    Examples
    --------
    >>> screened = DangerList(danger=("hurt* himself",), welfare=("locked in",), hash="")
    >>> danger_level(["All fine.", "He doesn't\\n HURT himself now"], screened)
    'danger'
    """
    return _screen_of(danger_list).level(texts)


_screens: list[tuple[DangerList, DangerScreen]] = []
_KEPT_SCREENS = 4


def _screen_of(danger_list: DangerList) -> DangerScreen:
    """Return the screen made for this very list: to hash thousands of phrases costs more."""
    for known, screen in _screens:
        if known is danger_list:
            return screen
    screen = DangerScreen(danger_list)
    _screens.insert(0, (danger_list, screen))
    del _screens[_KEPT_SCREENS:]
    return screen
