"""lock_criteria: keep in the chain of acts what was agreed, and tell later what was changed."""

from collections.abc import Sequence
from datetime import date

from analysis.definitions.criteria import FILE, Criteria, load_criteria
from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.store import audit
from analysis.store.acts import Act, Acts, is_there, read_acts
from analysis.store.database import writing
from analysis.store.desk.cases import count_cases
from analysis.store.desk.door import Desk, open_desk
from analysis.store.layout import DataFolder

LOCKED = "lock criteria"
NOW = None  # changed in the file alone: the page says after how many replies as it counts them


def lock_criteria(folder: DataFolder, today: date) -> bool:
    """Keep the hash and the day of what was agreed; False if it is what was kept last."""
    survey = load_survey(folder.survey)
    criteria = load_criteria(folder.survey, survey)
    if criteria is None:
        raise InputError(f"{FILE}: not found in {folder.survey}")
    if criteria.agreed is None:
        raise InputError(f"{FILE}, agreed: found nothing, expected who agreed it and when")
    if criteria.agreed.on > today:
        found = criteria.agreed.on.isoformat()
        raise InputError(f'{FILE}, agreed.on: found "{found}", expected a day that has come')
    desk = open_desk(folder)
    try:
        with writing(desk.db) as db:
            acts = _locks(desk)
            if acts and acts[-1].details["content"] == criteria.meaning:
                return False
            replies = count_cases(db, survey.id)
            day, content = today.isoformat(), criteria.meaning
            audit.append(db, desk.audit_key, LOCKED, day, content=content, replies=replies)
        return True
    finally:
        desk.db.conn.close()


def changes_since(desk: Desk, criteria: Criteria | None) -> list[int | None]:
    """Return after how many replies what was locked first was changed, each time it was.

    `NOW`: the file says something else than what was locked last.
    """
    acts = _locks(desk)
    if not acts:
        return []
    changes: list[int | None] = [int(act.details["replies"]) for act in acts[1:]]
    if criteria is None or criteria.meaning != acts[-1].details["content"]:
        changes.append(NOW)
    return changes


def _locks(desk: Desk) -> Sequence[Act]:
    """Return what was locked, the first first; the chain is verified if there is anything."""
    acts = Acts(desk.db, desk.audit_key)
    return read_acts(acts, LOCKED) if is_there(acts, LOCKED) else []
