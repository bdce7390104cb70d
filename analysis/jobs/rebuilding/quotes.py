"""quotes: which approved quotes stand under which code."""

from collections.abc import Iterable, Mapping

from analysis.store.desk.quotes import Approved

MOST = 2  # under one code


def choose_quotes(approved: Iterable[Approved]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of up to two quotes a code, the oldest first, each of another family."""
    chosen: dict[str, dict[int, str]] = {}
    for quote in approved:
        of_code = chosen.setdefault(quote.code, {})
        if len(of_code) < MOST:
            of_code.setdefault(quote.response_id, str(quote.id))
    return {code: tuple(ids.values()) for code, ids in sorted(chosen.items())}
