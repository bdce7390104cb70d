"""What was agreed beforehand as the chain of acts keeps it, and what was changed since."""

from collections.abc import Sequence

from analysis.definitions.criteria import Criteria
from analysis.store.acts import Act, Acts, is_there, read_acts
from analysis.store.desk.door import Desk

LOCKED = "lock criteria"
NOW = None  # changed in the file alone: the page says after how many replies as it counts them


def read_locks(desk: Desk) -> Sequence[Act]:
    """Return what was locked, the first first; the chain is verified if there is anything."""
    acts = Acts(desk.db, desk.audit_key)
    return read_acts(acts, LOCKED) if is_there(acts, LOCKED) else []


def changes_since(desk: Desk, criteria: Criteria | None) -> list[int | None]:
    """Return after how many replies what was locked first was changed, each time it was.

    `NOW`: the file says something else than what was locked last.
    """
    acts = read_locks(desk)
    if not acts:
        return []
    changes: list[int | None] = [int(act.details["replies"]) for act in acts[1:]]
    if criteria is None or criteria.meaning != acts[-1].details["content"]:
        changes.append(NOW)
    return changes
