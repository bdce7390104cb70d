"""A report as JSON and back: what a snapshot holds, byte for byte the same each time.

It holds no family's words. Those of approved quotes are put in whenever a report is shown.
"""

import types
from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import orjson

from analysis.report import Hidden, Report, Shown
from analysis.words import Quote


def dump_report(report: Report) -> bytes:
    """Return the report as JSON."""
    return orjson.dumps(report, option=orjson.OPT_SORT_KEYS)


def load_report(content: bytes) -> Report:
    """Return the report that `dump_report` wrote."""
    return cast(Report, _typed(orjson.loads(content), Report))


def put_in_quotes(report: Report, quotes: Mapping[str, Quote]) -> Report:
    """Return the report with the words of its quotes; one that was withdrawn stays without."""
    told = {id_: quote.reveal() for id_, quote in quotes.items()}
    themes = [
        replace(row, quotes=tuple(replace(q, words=told.get(q.id, "")) for q in row.quotes))
        for row in report.themes
    ]
    return replace(report, themes=tuple(themes))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(plain: Any, kind: Any) -> Any:
    """Return the plain value as the type that the report's own annotations ask for."""
    if get_origin(kind) in (Union, types.UnionType):
        return _one_of(plain, get_args(kind))
    if get_origin(kind) is tuple:
        return _tuple(plain, get_args(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _typed(part, hints[name]) for name, part in plain.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    return plain


def _one_of(plain: Any, kinds: tuple[Any, ...]) -> Any:
    if isinstance(plain, Mapping):
        part = next(kind for kind in kinds if is_dataclass(kind))
        if part in (Shown, Hidden):
            part = Hidden if "why" in plain else Shown
        return _typed(plain, part)
    if isinstance(plain, list):
        return _typed(plain, next(kind for kind in kinds if get_origin(kind) is tuple))
    return plain


def _tuple(plain: Any, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_typed(part, kinds[0]) for part in plain)
    return tuple(_typed(part, kind) for part, kind in zip(plain, kinds, strict=True))
