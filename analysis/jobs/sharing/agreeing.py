"""What everybody reads now, and what waits for the parties to agree: what a screen tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.definitions.council import Council, load_council
from analysis.definitions.loading import load_survey
from analysis.jobs.sharing.snapshots import (
    PUBLISHED,
    SIGNED,
    Snapshot,
    as_agreed,
    latest_snapshot,
    missing,
    newest_agreed,
)
from analysis.report import Audience
from analysis.reporting.files.public.site import public_site
from analysis.reporting.snapshot_file import put_in_quotes
from analysis.store.acts import Act, is_there, open_acts, read_acts, read_quotes
from analysis.store.layout import DataFolder
from analysis.store.snapshots import latest

OFFERED = 3  # results that wait at once: older ones are left behind


@dataclass(frozen=True, slots=True)
class Sign:
    """One party, and who agreed for it on which day; nobody yet if empty."""

    party: str
    by: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Results that are not public yet; `ready` are the ones that publish would take."""

    snapshot: Snapshot
    signs: tuple[Sign, ...]
    ready: bool

    @property
    def missing(self) -> list[str]:
        """The parties that have still to agree."""
        return [sign.party for sign in self.signs if not sign.by]

    def signed_for(self, name: str) -> str:
        """Return the party that a person agreed for; nothing if for none."""
        return next((sign.party for sign in self.signs if sign.by == name), "")


@dataclass(frozen=True, slots=True)
class Public:
    """What everybody can read since a day, published by a person; nobody known if by a command."""

    snapshot: Snapshot
    day: str
    by: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is public, and what waits; the newest first."""

    public: Public | None
    offers: tuple[Offer, ...]

    def find(self, snapshot_id: str) -> Snapshot | None:
        """Return the snapshot of that name, if it is public or waits."""
        known = [offer.snapshot for offer in self.offers]
        known += [self.public.snapshot] if self.public else []
        return next((one for one in known if one.id == snapshot_id), None)


def read_agreement(folder: DataFolder) -> Agreement:
    """Return how far the parties are; a file that was changed since it was made is refused."""
    council = load_council(folder.survey)
    acts = open_acts(folder)
    try:
        signs, published = read_acts(acts, SIGNED), read_acts(acts, PUBLISHED)
        public = _public(folder, published)
        done = {act.details["content"] for act in published}
        waiting = [one for one in _waiting(folder, signs) if one.content not in done]
        ready = newest_agreed(signs, council)
        offers = (
            Offer(
                one,
                _signs(signs, one, council),
                ready is not None and ready.details["content"] == one.content,
            )
            for one in waiting[:OFFERED]
        )
        return Agreement(public, tuple(offers))
    finally:
        acts.db.conn.close()


def is_published(folder: DataFolder) -> bool:
    """Say whether anything was published yet."""
    acts = open_acts(folder)
    try:
        return is_there(acts, PUBLISHED)
    finally:
        acts.db.conn.close()


def public_files(folder: DataFolder, snapshot: Snapshot) -> Mapping[str, bytes]:
    """Return the pages of a public snapshot by their names, as everybody reads or would read them.

    They say who agreed, as soon as every party has.
    """
    survey, council = load_survey(folder.survey), load_council(folder.survey)
    acts = open_acts(folder)
    try:
        lacks = missing(read_acts(acts, SIGNED), snapshot.content, council)
        report = put_in_quotes(snapshot.report, read_quotes(acts.db))
    finally:
        acts.db.conn.close()
    return public_site(report, survey, council, () if lacks else council.sign_offs)


def _public(folder: DataFolder, published: Sequence[Act]) -> Public | None:
    if not published:
        return None
    last = published[-1]
    return Public(as_agreed(folder, last), last.day, str(last.details.get("by", "")))


def _waiting(folder: DataFolder, signs: Sequence[Act]) -> list[Snapshot]:
    """Return the latest results, and before them those that somebody agreed to."""
    there = latest(folder, Audience.PUBLIC.value) is not None
    found = [latest_snapshot(folder, Audience.PUBLIC)] if there else []
    seen = {one.content for one in found}
    for act in reversed(signs):
        if act.details["content"] not in seen:
            seen.add(str(act.details["content"]))
            found.append(as_agreed(folder, act))
    return [one for one in found if one.report.stamp.as_of]


def _signs(signs: Sequence[Act], snapshot: Snapshot, council: Council) -> tuple[Sign, ...]:
    agreed = {
        act.details["party"]: Sign(str(act.details["party"]), str(act.details["by"]), act.day)
        for act in signs
        if act.details["content"] == snapshot.content
    }
    return tuple(agreed.get(party, Sign(party)) for party in council.sign_offs)
