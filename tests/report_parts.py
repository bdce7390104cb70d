"""Every part of one kind in a report, however deep it lies."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def parts_of(whole: Any, kind: type | tuple[type, ...]) -> Iterator[Any]:
    """Yield what is of the kind, and nothing that lies within it."""
    if isinstance(whole, kind):
        yield whole
    elif isinstance(whole, tuple):
        for one in whole:
            yield from parts_of(one, kind)
    elif is_dataclass(whole):
        for field in fields(whole):
            yield from parts_of(getattr(whole, field.name), kind)
