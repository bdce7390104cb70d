"""lock_criteria: keep in the chain of acts what was agreed beforehand."""

from datetime import date

from analysis.definitions.criteria import FILE, load_criteria
from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.revising.locks import LOCKED, read_locks
from analysis.store import audit
from analysis.store.database import writing
from analysis.store.desk.cases import count_cases
from analysis.store.desk.door import open_desk
from analysis.store.layout import DataFolder


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
            acts = read_locks(desk)
            if acts and acts[-1].details["content"] == criteria.meaning:
                return False
            replies = count_cases(db, survey.id)
            day, content = today.isoformat(), criteria.meaning
            audit.append(db, desk.audit_key, LOCKED, day, content=content, replies=replies)
        return True
    finally:
        desk.db.conn.close()
