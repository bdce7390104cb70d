"""Which figures go into which chart."""

from collections.abc import Iterator, Sequence
from math import ceil

from analysis.definitions.survey import Item, Process, Survey
from analysis.report import AimCard, Comparison, Figure, Hidden, Shown, Side, StageRow
from analysis.report.figures import NEARLY
from analysis.reporting.figure_words import count_words, shown, texts, why_words
from analysis.reporting.svg import (
    HUNDRED,
    OLD,
    PILOT,
    Bars,
    Dots,
    Html,
    Scale,
    dot_and_range,
    stacked_bars,
)

EARLY = 30  # replies from which a share and the verdict on it can be said
STEP = 0.2  # a scale of differences ends at a whole fifth
ORDER = ("right", "neutral", "problem")


def difference_scale(comparisons: Sequence[Comparison]) -> Scale:
    """Return one scale for all differences of a page, so that they can be laid side by side."""
    ends = [
        abs(end)
        for comparison in comparisons
        if isinstance(comparison.difference, Shown)
        for end in comparison.difference.range or ()
    ]
    reach = min(1.0, STEP * ceil(round(max(ends, default=STEP) / STEP, 6)))
    said, number = texts()["aims"], f"{100 * reach:.0f}"
    ticks = [
        (-reach, said["fewer"].format(number=number)),
        (0.0, said["level"]),
        (reach, said["more"].format(number=number)),
    ]
    return Scale(-reach, reach, ticks, middle=0.0)


def difference_chart(comparison: Comparison, scale: Scale) -> Html:
    """Return the difference with its range; nothing where it is hidden."""
    if not shown(comparison.difference):
        return Html()
    title = titled(comparison.sentence, texts()["aims"]["chart"])
    row = Dots("", {PILOT: comparison.difference})
    return dot_and_range([row], scale, title, f"difference-{comparison.measure}")


def aims_chart(aims: Sequence[AimCard], survey: Survey, sentence: str = "") -> Html:
    """Return one chart for all aims: the share of each headline; `sentence` is what it shows."""
    if not aims:
        return Html()
    rows = [
        Dots(card.name, _marks(card.headline.pilot, card.headline.old, survey)) for card in aims
    ]
    return dot_and_range(rows, HUNDRED, titled(sentence or texts()["forum"]["chart"]), "aims-chart")


def stage_chart(stage: StageRow, counts: str) -> Html:
    """Return the share of families who met a problem, of the processes that have one."""
    shares = {
        process: side.share
        for process, side in ((PILOT, stage.pilot), (OLD, stage.old))
        if shown(side.share)
    }
    if not shares:
        return Html()
    title = titled(texts()["journey"]["chart"].format(stage=stage.name, counts=counts))
    return dot_and_range([Dots("", shares)], HUNDRED, title, f"stage-{stage.id}")


def answers_chart(card: AimCard, survey: Survey, title: str) -> Html:
    """Return a bar a question and process of the answers that count; nothing if none has any."""
    items = survey.items()
    rows = [
        Bars(items[measure.measure].short or measure.says, bars)
        for measure in card.measures
        if measure.measure in items and (bars := dict(_bars(measure, items[measure.measure])))
    ]
    if all(isinstance(parts, str) for row in rows for parts in row.parts.values()):
        return Html()
    return stacked_bars(rows, titled(title), "answers-chart")


def titled(sentence: str, kind: str = "") -> str:
    """Return what a chart is called by those who do not see it."""
    said = texts()["shared"]
    return " ".join((kind or said["chart"], sentence, said["all_below"]))


def _marks(pilot: Side, old: Side, survey: Survey) -> dict[str, Figure | str]:
    """Return each process's share; below thirty families its counts in words."""
    return {PILOT: _share_or_words(pilot, survey, PILOT), OLD: _share_or_words(old, survey, OLD)}


def _share_or_words(side: Side, survey: Survey, process: Process) -> Figure | str:
    if shown(side.share):
        return side.share
    if isinstance(side.share, Hidden) and side.share.why in NEARLY:
        return f"{survey.processes[process].label}: {why_words(side.share)}"
    return f"{survey.processes[process].label}: {count_words(side.families)}"


def _bars(
    measure: Comparison, item: Item
) -> Iterator[tuple[str, Sequence[tuple[str, Figure]] | str]]:
    if item.kind != "one":
        return  # ticks of one family overlap: they make no hundred
    for process, side in ((OLD, measure.old), (PILOT, measure.pilot)):
        if not shown(side.share):
            yield process, f"{count_words(side.families)}"
        elif parts := _parts(side, item):
            yield process, parts


def _parts(side: Side, item: Item) -> list[tuple[str, Figure]]:
    """Return the answers that count, best first; nothing if they do not make up the whole."""
    parts: list[tuple[str, Figure]] = [
        (outcome, answer.families)
        for outcome in ORDER
        for answer in side.answers
        if answer.key in item.options and item.options[answer.key].means == outcome
    ]
    total = sum(part.value for _, part in parts if isinstance(part, Shown))
    base = side.share.base if isinstance(side.share, Shown) else 0
    return parts if total == base else []
