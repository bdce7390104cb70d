"""quotes: which approved quotes stand under which code."""

from collections.abc import Iterable, Mapping

from analysis.store.desk.quotes import Approved

MOST = 2  # under one code


def choose_quotes(approved: Iterable[Approved]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of up to two quotes a code, the oldest first, each of another family.

    A family is quoted once in a report: two quotes read together tell more of who it is.
    """
    chosen: dict[str, list[str]] = {}
    told: set[int] = set()
    for quote in approved:
        if quote.response_id not in told and len(chosen.get(quote.code, ())) < MOST:
            chosen.setdefault(quote.code, []).append(str(quote.id))
            told.add(quote.response_id)
    return {code: tuple(ids) for code, ids in sorted(chosen.items())}
