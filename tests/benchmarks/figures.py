"""One row of the table: a figure, what it should be, and what others needed for the same."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

# Measured on a shared two-core machine of the same kind, with the same six pages: seconds depend
# on how busy it was, so compare processor time and bytes first. Lower ends of what was seen.
ONS = "eq-questionnaire-runner"
LIME = "LimeSurvey 6.4"
SURVEY_JS = "SurveyJS 2.5"


@dataclass(frozen=True)
class Figure:
    """A measured value; `target` is the most it may be, or the least if `at_least`."""

    name: str
    value: float | None
    unit: str
    target: float | None = None
    at_least: bool = False
    others: Mapping[str, float] = field(default_factory=dict)
    why_not: str = ""

    @property
    def holds(self) -> bool | None:
        """Say whether the target is met; None if there is nothing to say."""
        if self.value is None or self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target

    @property
    def ratio_to(self) -> dict[str, float]:
        """Return ours divided by each other's: below 1 is less."""
        if self.value is None:
            return {}
        return {name: round(self.value / theirs, 3) for name, theirs in self.others.items()}

    def as_json(self) -> dict[str, object]:
        """Return the figure as the contract names its parts."""
        kept = {name: asdict(self)[name] for name in ("name", "value", "unit", "target")}
        return kept | {"ratio_to": self.ratio_to}


def print_table(figures: Sequence[Figure]) -> None:
    """Print one line a figure: value, target, verdict, and what others needed."""
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        value = figure.why_not if figure.value is None else f"{plain(figure.value)} {figure.unit}"
        sign = "at least" if figure.at_least else "at most"
        target = "" if figure.target is None else f"{sign} {plain(figure.target)}"
        verdict = {True: "holds", False: "MISSED", None: ""}[figure.holds]
        others = ", ".join(f"{name} {plain(theirs)}" for name, theirs in figure.others.items())
        print(f"{figure.name:{width}}  {value:>16}  {target:>16}  {verdict:6}  {others}".rstrip())


def plain(value: float) -> str:
    """Return a number as people write it: three digits, or all of a whole number."""
    if value == round(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:,.3g}"


def write_json(figures: Sequence[Figure], file: Path) -> None:
    """Write the figures as a list, whole or not at all."""
    fresh = file.with_name(file.name + ".new")
    fresh.write_text(json.dumps([figure.as_json() for figure in figures], indent=1) + "\n")
    fresh.replace(file)
