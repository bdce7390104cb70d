"""Why a text has the codes that the computer gave it, with words of other families beside them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.coding.learning.explain import Explainer, Reviewed, Why
from analysis.definitions.loading import Definitions
from analysis.jobs.coders.reader import reader_of
from analysis.store.desk.codings import PROGRAM, Coded, find_reviewed, find_run
from analysis.store.desk.door import Desk
from analysis.store.desk.texts import Text, read_redacted
from analysis.store.desk.vault import Vault
from analysis.words import Redacted

MOST_REVIEWED = 40  # texts of a code that are looked through: a page waits for them
Key = tuple[str, int]  # a code, and where its clause begins


class Reasons(NamedTuple):
    """Why each of a text's codes was given; None where another coder than the one in use did.

    `others` says how many other families' words are in it.
    """

    why: Mapping[Key, Why] | None
    others: int


def read_reasons(
    desk: Desk,
    vault: Vault,
    definitions: Definitions,
    place: Text,
    text: Redacted,
    codings: Sequence[Coded],
) -> Reasons:
    """Return the reasons for the computer's codings of a text, as redacted as it was coded."""
    given = [(one.code, one.start) for one in codings if one.coder == PROGRAM and not one.person]
    run = find_run(desk.db, place.words_id, PROGRAM)
    reader = reader_of(desk, run, definitions) if run and given else None
    if reader is None:
        return Reasons({} if not given else None, 0)
    item = definitions.survey.items().get(place.item)
    explainer = Explainer(reader.coder, text, (item and item.tone) or "mixed")
    opened: dict[int, Redacted | None] = {}
    why: dict[Key, Why] = {}
    for code, start in given:
        reviewed = _reviewed(desk, vault, place.response_id, code, opened)
        found = None if start is None else explainer.explain(code, start, reviewed)
        if found is not None and start is not None:
            why[code, start] = found
    shown = {one.reviewed.id for each in why.values() for one in each.alike if one.reviewed}
    return Reasons(why, len(shown))


def _reviewed(
    desk: Desk, vault: Vault, family: int, code: str, opened: dict[int, Redacted | None]
) -> list[Reviewed]:
    """Return other families' texts to which a person gave a code; each is opened once."""
    ids = find_reviewed(desk.db, code, family, MOST_REVIEWED)
    for one in ids:
        if one not in opened:
            opened[one] = read_redacted(desk.db, vault, one)
    return [Reviewed(one, text) for one in ids if (text := opened[one]) is not None]
