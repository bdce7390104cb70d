"""Whether an aim reached what was agreed beforehand: met, not met, can't tell yet, not measured."""

from dataclasses import dataclass

from analysis.definitions.criteria import Criteria, Criterion, StopSign
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import Range

MET, NOT_MET, CANNOT_TELL, NOT_MEASURED = "met", "not_met", "cannot_tell", "not_measured"


@dataclass(frozen=True, slots=True)
class Sign:
    """A stop sign, and whether what families say shows it: True, False, or None: can't tell."""

    sign: StopSign
    shows: bool | None


def rule_on(finding: Finding, criteria: Criteria | None) -> str | None:
    """Return the ruling on an aim's headline finding; None where nothing was agreed for it."""
    criterion = criteria.aims.get(finding.aim or "") if criteria and criteria.agreed else None
    if criterion is None or not finding.headline:
        return None
    if not finding.pilot.base:
        return NOT_MEASURED
    if finding.pilot_share is None:
        return CANNOT_TELL
    return _rule(finding, finding.pilot_share, criterion)


def _rule(finding: Finding, share: Range, criterion: Criterion) -> str:
    """Return met only if every part is; not met if one part certainly is not."""
    _, low, high = share
    level, margin = criterion.level / 100, criterion.not_worse_than / 100
    if high < level:
        return NOT_MET
    difference = finding.view.difference
    if difference is not None and difference[2] < -margin:
        return NOT_MET
    enough = finding.pilot.base >= criterion.replies
    enough = enough and len(finding.pilot.cells) >= criterion.settings
    not_worse = difference is not None and difference[1] >= -margin
    return MET if enough and low >= level and not_worse else CANNOT_TELL


def read_signs(findings: dict[str, Finding], criteria: Criteria | None) -> list[Sign]:
    """Return each stop sign with whether it shows in the pilot."""
    if criteria is None or criteria.agreed is None:
        return []
    return [Sign(sign, _shows(sign, findings.get(sign.measure))) for sign in criteria.stop_signs]


def _shows(sign: StopSign, finding: Finding | None) -> bool | None:
    if finding is None or finding.pilot_share is None:
        return None
    _, low, high = finding.pilot_share
    level = sign.level / 100
    return True if high < level else False if low >= level else None
