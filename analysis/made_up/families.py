"""Made-up families: each answers a question when the route first asks it."""

from bisect import bisect
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate
from math import exp
from random import Random
from typing import NamedTuple

from analysis.definitions.council import Council
from analysis.definitions.derivation import Known
from analysis.definitions.facts import Value, last_day
from analysis.definitions.survey import LISTED, SKIPPED, WRITTEN, Conditions, Item, Survey
from analysis.made_up.tendencies import DAY, MONTH, Manner, meaning_of, values_named

Shares = Mapping[str, float]

USUAL_MONTHS = {MONTH: 80.0, DAY: 14.0, "dont_know": 5.0}
USUAL_TEXTS = {WRITTEN: 40.0, SKIPPED: 60.0}
USUAL_MEANINGS = {"right": 50.0, "problem": 30.0, "neutral": 12.0, "na": 3.0, "unknown": 4.0}
USUAL_OPTION, USUAL_SETTINGS = 12.0, 70.0
TICKED, TICKED_ALONE = 40.0, 6.0
USUAL_SPAN = ("2026-01", "2026-06")
BEFORE, AFTER = timedelta(days=90), timedelta(days=180)  # the first and last start of a setting
TRIES = 50
STEP, FURTHEST = 0.25, 2.0  # pulls are rounded, so that chances are worked out once each


class Chances(NamedTuple):
    """Values with their running totals, or, of ticks, with a chance each."""

    values: tuple[str, ...]
    totals: tuple[float, ...]

    def pick(self, random: Random) -> str:
        """Return one value."""
        return self.values[bisect(self.totals, random.random() * self.totals[-1])]


class Crowd:
    """All that the families of one file share."""

    def __init__(self, survey: Survey, council: Council, manner: Manner, random: Random) -> None:
        self.survey, self.council, self.random = survey, council, random
        self.tendencies = manner.tendencies
        self.items = survey.items()
        self.span = _span(council, manner)
        self.settings = {id_: random.gauss(0, self.tendencies.setting) for id_ in council.settings}
        self._chances: dict[tuple[str, int, float], Chances] = {}
        self._decks: dict[str, list[tuple[Conditions, float, str]]] = {}
        for id_, voices in manner.voices.items():
            deck = [(said.when, said.weight, text) for said in voices.said for text in said.texts]
            random.shuffle(deck)
            self._decks[id_] = deck

    def chances(self, item: Item, known: Known, pull: float) -> Chances:
        """Return how likely each value is, for a family that is pulled so far to the good."""
        lines = self.tendencies.items.get(item.id, ())
        line = next((at for at, line in enumerate(lines) if known.asked(line.when, ())), -1)
        key = (item.id, line, pull)
        if key not in self._chances:
            shares = lines[line].shares if line >= 0 else _usual_shares(item)
            self._chances[key] = self._worked_out(item, shares, pull)
        return self._chances[key]

    def _worked_out(self, item: Item, shares: Shares, pull: float) -> Chances:
        if item.kind == "many":
            return Chances(tuple(shares), tuple(share / 100 for share in shares.values()))
        weights: dict[str, float] = {}
        for name, share in shares.items():
            named = values_named(item, name, self.council, self.tendencies.splits)
            for value, weight in named.items():
                weights[value] = share * weight / sum(named.values())
        if SKIPPED not in weights and not item.required:
            blank = self.tendencies.blank
            weights[SKIPPED] = sum(weights.values()) * blank / (1 - blank)
        pulled = [w * _pulled(meaning_of(item, value), pull) for value, w in weights.items()]
        return Chances(tuple(weights), tuple(accumulate(pulled)))

    def text(self, item: Item, known: Known) -> str | None:
        """Return the text that fits and has waited longest, so that few are said twice."""
        deck = self._decks.get(item.id, [])
        for at, (when, weight, text) in enumerate(deck):
            if known.asked(when, ()) and self.random.random() < weight:
                deck.append(deck.pop(at))
                return text
        return None


class Family(Mapping[str, Value]):
    """One family's answers, each drawn when it is first looked up."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd, random = crowd, crowd.random
        first, last = crowd.span
        self._met = first + timedelta(days=random.randint(0, (last - first).days))
        self.replied = self._met + timedelta(days=random.randint(*crowd.tendencies.reply_days))
        self.known = Known(crowd.survey, crowd.council, self.replied)
        self.texts: dict[str, str] = {}
        self._experience = random.gauss(0, crowd.tendencies.family)
        self._pull = _rounded(self._experience)

    def __getitem__(self, id_: str) -> Value:
        answers = self.known.answers
        if id_ not in answers:
            answers[id_] = self._answer(self._crowd.items[id_])
        return answers[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known.answers)

    def __len__(self) -> int:
        return len(self.known.answers)

    def _answer(self, item: Item) -> Value:
        chances = self._crowd.chances(item, self.known, self._pull)
        if item.kind == "many":
            return self._ticks(item, chances)
        value = self._possible(item, chances)
        if item.kind == "text" and value == WRITTEN:
            return self._write(item)
        if item.kind == "month" and value in (MONTH, DAY):
            return self._met.isoformat()[: 7 if value == MONTH else 10]
        if item.options_from == "settings":
            self._belong(value)
        return value

    def _possible(self, item: Item, chances: Chances) -> str:
        """Return a value that time allows: nobody has waited 12 weeks after 3."""
        earliest = self._crowd.tendencies.earliest.get(item.id, {})
        passed = (self.replied - self._met).days
        for _ in range(TRIES):
            value = chances.pick(self._crowd.random)
            if passed >= earliest.get(value, 0):
                return value
        return SKIPPED

    def _ticks(self, item: Item, chances: Chances) -> Value:
        random = self._crowd.random
        ticked = [v for v, chance in zip(*chances, strict=True) if random.random() < chance]
        together = [value for value in ticked if not item.options[value].excludes]
        return tuple(together or ticked[:1]) or SKIPPED

    def _write(self, item: Item) -> Value:
        text = self._crowd.text(item, self.known)
        if text is None:
            return SKIPPED
        self.texts[item.id] = text
        return WRITTEN

    def _belong(self, setting: str) -> None:
        """Let the setting pull too; one that is not known pulls as if it were one of its own."""
        crowd = self._crowd
        pull = crowd.settings.get(setting, crowd.random.gauss(0, crowd.tendencies.setting))
        self._pull = _rounded(self._experience + pull)


def _span(council: Council, manner: Manner) -> tuple[date, date]:
    """Return the first and the last day of meetings: around the starts, where nothing is said."""
    said = manner.tendencies
    starts = sorted(s.pilot_from for s in council.settings.values() if s.pilot_from)
    first = date.fromisoformat(f"{said.first_month or (starts or USUAL_SPAN)[0]}-01")
    last = last_day(said.last_month or (starts or USUAL_SPAN)[-1]) or first
    around = bool(starts)
    return (
        first - BEFORE if around and not said.first_month else first,
        last + AFTER if around and not said.last_month else last,
    )


def _rounded(pull: float) -> float:
    return max(-FURTHEST, min(FURTHEST, round(pull / STEP) * STEP))


def _pulled(meaning: str | None, pull: float) -> float:
    return exp(pull) if meaning == "right" else exp(-pull) if meaning == "problem" else 1.0


def _usual_shares(item: Item) -> Shares:
    if item.kind == "text":
        return USUAL_TEXTS
    if item.kind == "month":
        return {name: s for name, s in USUAL_MONTHS.items() if name in (MONTH, DAY, *item.options)}
    if item.kind == "many":
        return {v: TICKED_ALONE if o.excludes else TICKED for v, o in item.options.items()}
    shares = {LISTED: USUAL_SETTINGS} if item.options_from == "settings" else {}
    for value, option in item.options.items():
        if option.means is None:
            shares[value] = USUAL_OPTION
        else:
            shares[option.means] = USUAL_MEANINGS[option.means]
    return shares
