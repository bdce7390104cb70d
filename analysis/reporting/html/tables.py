"""Comparisons and stages as the rows of tables: words only, no figure left to format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.definitions.survey import Survey
from analysis.report import (
    Answer,
    Comparison,
    Figure,
    Hidden,
    Shown,
    Side,
    StageRow,
)
from analysis.reporting.figure_words import (
    count_words,
    day_words,
    difference_words,
    number_words,
    range_words,
    share_words,
    texts,
    whole_range,
    why_words,
)
from analysis.reporting.svg import OLD, PILOT
from analysis.reporting.wording import more_of, points_of

OUTCOMES = ("problem", "right", "neutral", "na", "unknown")


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One measure: what was asked, each process's figures line by line, and what can be said."""

    measure: str
    says: str
    counted: str
    pilot: tuple[str, ...]
    old: tuple[str, ...]
    difference: str
    alike: str  # the same where like is compared with like
    sentence: str
    replies_to: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """How many gave one answer in each process."""

    says: str
    pilot: str
    old: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One stage in one process: how many met a problem, had it go well and so on."""

    stage: str
    process: str
    outcomes: tuple[str, ...]
    share: str


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """How many replies for one reason."""

    says: str
    number: str


def comparison_row(comparison: Comparison) -> ComparisonRow:
    """Return a comparison as a row."""
    return ComparisonRow(
        measure=comparison.measure,
        says=comparison.says,
        counted=comparison.counted,
        pilot=side_lines(comparison.pilot),
        old=side_lines(comparison.old),
        difference=difference_words(comparison.difference),
        alike=_alike(comparison),
        sentence=comparison.sentence,
        replies_to=_days(comparison),
    )


def side_lines(side: Side) -> tuple[str, ...]:
    """Return a process's figures: the count, then the share with its range or why there is none."""
    if isinstance(side.families, Hidden):
        return (why_words(side.families),)
    lines = (count_words(side.families), share_words(side.share), range_words(side.share))
    return tuple(line for line in (*lines, _open_words(side)) if line)


def _open_words(side: Side) -> str:
    """Return between which shares the truth lies, where the month leaves it open who counts."""
    ends = whole_range(side.between) if side.between else None
    said: str = texts()["figures"]["between"]
    return said.format(low=ends[0], high=ends[1]) if ends else ""


def _alike(comparison: Comparison) -> str:
    """Return the difference within similar families, where it could be worked out."""
    said = comparison.like_for_like
    if isinstance(comparison.difference, Hidden) or isinstance(said, Hidden) or not said.range:
        return ""
    low, high = map(more_of, points_of(said.range))
    return str(texts()["shared"]["alike"].format(low=low, high=high))


def answer_rows(comparison: Comparison) -> tuple[AnswerRow, ...]:
    """Return every answer that anybody gave, in the order of the question."""
    pilot = {answer.key: answer for answer in comparison.pilot.answers}
    old = {answer.key: answer for answer in comparison.old.answers}
    keys = dict.fromkeys([*_in_order(comparison.pilot.answers, comparison.old.answers)])
    return tuple(
        AnswerRow(
            (pilot.get(key) or old[key]).says,
            _cell(pilot, key, comparison.pilot),
            _cell(old, key, comparison.old),
        )
        for key in keys
    )


def standing_of(comparison: Comparison) -> dict[str, int]:
    """Return how many times in a hundred the pilot's of two answers is the better one."""
    ends = whole_range(comparison.standing)
    if ends is None or isinstance(comparison.standing, Hidden):
        return {}
    return {"number": round(100 * comparison.standing.value), "low": ends[0], "high": ends[1]}


def outcome_rows(stages: Sequence[StageRow], survey: Survey) -> tuple[OutcomeRow, ...]:
    """Return two rows a stage, the pilot's first."""
    rows = []
    for stage in stages:
        for process, side, outcomes in (
            (PILOT, stage.pilot, stage.pilot_outcomes),
            (OLD, stage.old, stage.old_outcomes),
        ):
            found = {outcome.key: number_words(outcome.families) for outcome in outcomes}
            share = " ".join(filter(None, (share_words(side.share), range_words(side.share))))
            row = tuple(found.get(name, "") for name in OUTCOMES)
            rows.append(OutcomeRow(stage.name, process, row, share))
    return tuple(rows)


def theme_words(figure: Figure) -> str:
    """Return the number, or that it is too few: a theme's limit is not the limit of a base."""
    if isinstance(figure, Shown):
        return number_words(figure)
    too_few: str = texts()["figures"]["too_few"]
    return too_few


def reason_rows(answers: Sequence[Answer]) -> tuple[ReasonRow, ...]:
    """Return how many replies for each reason."""
    return tuple(ReasonRow(answer.says, theme_words(answer.families)) for answer in answers)


def _days(comparison: Comparison) -> str:
    days = sorted({side.as_of for side in (comparison.pilot, comparison.old) if side.as_of})
    return ", ".join(map(day_words, days))


def _in_order(first: Sequence[Answer], second: Sequence[Answer]) -> Iterator[str]:
    """Merge two parts of one order: an answer that one process lacks keeps its place."""
    waiting = [answer.key for answer in second]
    for answer in first:
        if answer.key in waiting:
            at = waiting.index(answer.key)
            yield from waiting[:at]
            del waiting[: at + 1]
        yield answer.key
    yield from waiting


def _cell(answers: dict[str, Answer], key: str, side: Side) -> str:
    if isinstance(side.families, Hidden):
        return why_words(side.families)
    return number_words(answers[key].families) if key in answers else "0"
