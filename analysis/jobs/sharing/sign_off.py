"""sign_off: one party's agreement to what the public will see, kept in the chain of acts."""

from collections.abc import Sequence
from datetime import date

from analysis.definitions.council import load_council
from analysis.errors import InputError
from analysis.jobs.sharing.snapshots import (
    SIGNED,
    Snapshot,
    as_agreed,
    latest_snapshot,
    missing,
)
from analysis.report import Audience
from analysis.store import audit
from analysis.store.acts import Act, Acts, open_acts, read_acts
from analysis.store.database import writing
from analysis.store.layout import DataFolder


def sign_off(
    folder: DataFolder, party: str, by: str, today: date, content: str | None = None
) -> list[str]:
    """Keep that `by` agreed for a party to the latest public snapshot; return who is missing yet.

    The act names the file's content, so that nothing else can be published on its strength.
    `content` names what they looked at: the latest, or one that another party agreed to.
    """
    council = load_council(folder.survey)
    if party not in council.sign_offs:
        known = ", ".join(council.sign_offs) or "nobody: council.toml names no sign_offs"
        raise InputError(f'sign-off: found "{party}", expected one of {known}')
    if not by.strip():
        raise InputError("sign-off: found no name, expected who agreed")
    acts = open_acts(folder)
    try:
        with writing(acts.db) as db:
            snapshot = _looked_at(folder, acts, content)
            _refuse_another(read_acts(acts, SIGNED), party, by.strip())
            if all(act.details["party"] != party for act in _signs(acts, snapshot)):
                kept = {"party": party, "by": by.strip(), "snapshot": snapshot.id}
                day, content = today.isoformat(), snapshot.content
                audit.append(db, acts.key, SIGNED, day, content=content, **kept)
        return missing(_signs(acts, snapshot), snapshot.content, council)
    finally:
        acts.db.conn.close()


def _looked_at(folder: DataFolder, acts: Acts, content: str | None) -> Snapshot:
    snapshot = latest_snapshot(folder, Audience.PUBLIC)
    if content in (None, snapshot.content):
        return snapshot
    for act in reversed(read_acts(acts, SIGNED)):
        if act.details["content"] == content:
            return as_agreed(folder, act)
    raise InputError("sign-off: found other results than those looked at, expected the same")


def _signs(acts: Acts, snapshot: Snapshot) -> list[Act]:
    return [act for act in read_acts(acts, SIGNED) if act.details["content"] == snapshot.content]


def _refuse_another(signs: Sequence[Act], party: str, by: str) -> None:
    """Refuse whoever agreed for another party, to these results or to any before."""
    for act in signs:
        if act.details["by"] == by and act.details["party"] != party:
            raise InputError(
                f'sign-off: found "{by}" for {party}, expected somebody else:'
                f" they agreed for {act.details['party']}"
            )
