"""Counts for tests: so many families of a process, spread over so many settings."""

from analysis.evidence.counting.counts import Counts


def counts(
    right: int, problem: int, *, neutral: int = 0, settings: int = 0, apart: int = 0, of="right"
) -> Counts:
    """Return counts whose families are dealt to the settings in turn, `apart` of them to none."""
    outcomes = {"right": right, "problem": problem, "neutral": neutral, "na": 0, "unknown": 0}
    counted = outcomes[of]
    families = [1] * counted + [0] * (right + problem + neutral - counted)
    away, known = families[:apart], families[apart:]
    cells = [known[at::settings] for at in range(settings)] if settings else []
    return Counts(
        outcomes=outcomes,
        answers={"agree": right, "disagree": problem},
        of=of,
        cells=tuple((number, len(cell), sum(cell)) for number, cell in enumerate(cells) if cell),
        apart=(len(away), sum(away)),
        as_of="2026-03-31",
    )
