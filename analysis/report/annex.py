"""What the models behind the comparison say, for those who know statistics."""

from dataclasses import dataclass

from analysis.report.figures import Figure


@dataclass(frozen=True, slots=True)
class Odds:
    """How many times higher the odds of a better answer are in the pilot, or why it is not told.

    The state is "fitted", "too_few", "all_same", "separated", "did_not_converge" or
    "assumption_fails"; the ratio is shown where it is "fitted".
    """

    state: str
    ratio: Figure


@dataclass(frozen=True, slots=True)
class Models:
    """An ordered answer: as counted, within similar families, and with settings told apart."""

    plain: Odds
    alike: Odds
    settings: Odds
    parallel: Figure  # the p-value of the assumption that all three share


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One measure."""

    measure: str
    aim: str | None
    says: str
    counted: str
    pilot: Figure  # value = those counted, base = those who gave an answer that counts
    old: Figure
    chance: Figure  # that the pilot's share is the better one
    models: Models | None  # of an ordered answer
