"""What families wrote about: codes of enough families, by process where people read enough."""

from collections.abc import Mapping

from analysis.definitions.codebook import Code, Codebook
from analysis.definitions.survey import Survey
from analysis.disclosure import (
    hide_small,
    least_of,
    release_base,
    release_count,
    release_theme,
)
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.theme_shares import ThemeFinding
from analysis.evidence.counting.counts import Counts
from analysis.evidence.counting.themes import ANSWERED, ThemeCounts
from analysis.releasing.evidence import Evidence
from analysis.releasing.measures import release_finding
from analysis.report import (
    Answer,
    Audience,
    Comparison,
    Figure,
    Quoted,
    Shown,
    ThemeRow,
    Written,
)

NOBODY = Counts({}, {})


def release_themes(
    evidence: Evidence, codebook: Codebook, audience: Audience
) -> tuple[ThemeRow, ...]:
    """Return the themes of enough families, those of most families first."""
    themes = evidence.themes
    compared = {found.code: found for found in evidence.compared_themes}
    labels = {theme.id: theme.label for theme in codebook.themes}
    codes = sorted(codebook.codes, key=lambda code: -themes.families.get(code.id, 0))
    public = audience is Audience.PUBLIC
    rows = []
    for code in codes:
        number = themes.families.get(code.id, 0)
        if number < least_of(audience):
            continue
        tones = {} if public else themes.polarities.get(code.id, {})
        negative = tones.get("-", 0) + tones.get("mixed", 0)
        rows.append(
            ThemeRow(
                code.id,
                code.label,
                labels[code.theme],
                release_theme(number, themes.wrote, audience),
                release_theme(negative, themes.wrote, audience),
                release_theme(tones.get("+", 0), themes.wrote, audience),
                release_theme(tones.get("suggestion", 0), themes.wrote, audience),
                _compared(code, compared.get(code.id), audience),
                quotes=_quotes(evidence, code, number, audience),
                aims=code.aims,
            )
        )
    return tuple(rows)


def _quotes(evidence: Evidence, code: Code, number: int, audience: Audience) -> tuple[Quoted, ...]:
    """Return the quotes of a theme whose families are shown: of fewer, readers know them."""
    shown = isinstance(release_theme(number, evidence.themes.wrote, audience), Shown)
    return tuple(map(Quoted, evidence.quotes.get(code.id, ()))) if shown else ()


def _compared(code: Code, found: ThemeFinding | None, audience: Audience) -> Comparison | None:
    """Return a theme by process, where people read enough of the words in both."""
    if found is None:
        return None
    finding = Finding(
        code.id,
        "code",
        "themes",
        None,
        False,
        True,
        found.pilot.counts,
        found.old.counts,
        NOBODY,
        found.pilot.share,
        found.old.share,
        found.view,
        found.verdict,
    )
    return release_finding(finding, (code.definition, code.label), {}, audience)


def release_others(themes: ThemeCounts, audience: Audience) -> Figure:
    """Return how many families wrote of things that few wrote of."""
    number = themes.other.get(str(least_of(audience)), 0)
    return release_theme(number, themes.wrote, audience)


def release_written(themes: ThemeCounts, survey: Survey, audience: Audience) -> tuple[Written, ...]:
    """Return for each question how many wrote, and how many of those wrote that there is nothing.

    Where a kind is small, another is hidden with it: their total is known. That all said something
    is told: it says of no family what it said.
    """
    items = survey.items()
    order = {item: place for place, item in enumerate(items)}
    return tuple(
        Written(
            item,
            items[item].short or items[item].asks,
            release_base(sum(cells.values()), audience),
            _kinds(cells, themes.seen.get(item), audience),
        )
        for item, cells in sorted(themes.written.items(), key=lambda one: order[one[0]])
        if cells
    )


def _kinds(
    cells: Mapping[str, int], seen: Mapping[str, int] | None, audience: Audience
) -> tuple[Answer, ...]:
    base = sum(cells.values())
    if cells[ANSWERED] == base:
        return tuple(
            Answer(kind, kind, release_count(n, base, audience)) for kind, n in cells.items()
        )
    return hide_small(cells, {}, audience, seen)
