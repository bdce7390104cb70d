"""Conditions and decision tables over what is known so far."""

from collections.abc import Mapping
from datetime import date

from analysis.definitions.council import Council
from analysis.definitions.facts import Value, find_fact
from analysis.definitions.survey import NOT_ASKED, Condition, Conditions, Line, Survey


class Known:
    """Answers so far, with the facts and derived fields that follow from them, found once each.

    A fact is kept when it is first asked for; that is safe since a condition names earlier pages
    only, whose answers no later page changes.
    """

    def __init__(self, survey: Survey, council: Council, day: date) -> None:
        self._survey, self._council, self._day = survey, council, day
        self.answers: dict[str, Value] = {}
        self._found: dict[str, str] = {}
        self.because: dict[str, str] = {}

    def look(self, name: str) -> Value:
        """Return the value of an item, a fact or a derived field."""
        if name in self._found:
            return self._found[name]
        if name in self._survey.derived:
            line = self._decide(name)
            self.because[name] = line.because or ""
            self._found[name] = line.gives
        elif name in self._survey.facts:
            fact = self._survey.facts[name]
            self._found[name] = find_fact(fact, self.look, self._council, self._day)
        else:
            return self.answers.get(name, NOT_ASKED)
        return self._found[name]

    def _decide(self, name: str) -> Line:
        return next(line for line in self._survey.derived[name].table if self.fits(line.when))

    def fits(self, condition: Condition) -> bool:
        """Say whether every part of the condition holds."""
        for name, values in condition.items():  # a plain loop: this is asked most of all
            value = self.look(name)
            if not (value in values if isinstance(value, str) else _any_of(value, values)):
                return False
        return True

    def asked(self, when: Conditions, unless: Conditions) -> bool:
        """Say whether any line of `when` holds (none written: yes) and no line of `unless`."""
        if not when and not unless:
            return True
        wanted = not when or any(self.fits(line) for line in when)
        return wanted and not any(self.fits(line) for line in unless)

    def found(self) -> Mapping[str, str]:
        """Return every fact and derived field, finding those that nothing asked for yet."""
        for name in (*self._survey.facts, *self._survey.derived):
            self.look(name)
        return self._found


def _any_of(ticks: tuple[str, ...], values: tuple[str, ...]) -> bool:
    return any(tick in values for tick in ticks)
