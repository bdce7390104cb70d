"""What the models behind the comparison found, as the one audience that may ask for it sees it."""

from collections.abc import Iterable

from analysis.definitions.survey import Survey
from analysis.disclosure import release_count, release_number, release_range, release_share
from analysis.evidence.annex.findings import AnnexFinding
from analysis.evidence.annex.findings import Models as FoundModels
from analysis.evidence.annex.findings import Odds as FoundOdds
from analysis.report import NOT_KNOWN, AnnexRow, Audience, Models, Odds

# Councils and the public see counts at their steps; these models rest on all answers of today.
AUDIENCE = Audience.FORUM


def release_annex(found: Iterable[AnnexFinding], survey: Survey) -> tuple[AnnexRow, ...]:
    """Return a row for each measure; nothing of a process with too few families is in it."""
    aims = {name: aim.id for aim in survey.aims for name in aim.measures}
    return tuple(_row(finding, survey, aims.get(finding.measure)) for finding in found)


def _row(finding: AnnexFinding, survey: Survey, aim: str | None) -> AnnexRow:
    item, pilot, old = survey.items()[finding.measure], finding.pilot, finding.old
    smaller = min(pilot.base, old.base)
    return AnnexRow(
        finding.measure,
        aim,
        item.asks,
        item.counted or "",
        release_count(pilot.counted, pilot.base, AUDIENCE),
        release_count(old.counted, old.base, AUDIENCE),
        release_share(finding.chance, smaller, AUDIENCE),
        None if finding.models is None else _models(finding.models, smaller),
    )


def _models(found: FoundModels, smaller: int) -> Models:
    checked = found.parallel
    parallel = NOT_KNOWN if checked is None else release_number(checked, smaller)
    return Models(_odds(found.plain), _odds(found.alike), _odds(found.settings), parallel)


def _odds(found: FoundOdds) -> Odds:
    return Odds(found.state, release_range(found.ratio, found.smaller, AUDIENCE))
