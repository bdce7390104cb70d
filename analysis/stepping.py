"""One figure's steps: as it is now, as it was last seen, or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.disclosure import SMALL, may_step

Seen = Mapping[str, Mapping[str, Any]]  # figure -> its base, what it last showed, what was left
Read = Callable[[Any], Any]


def _plain(shown: Any) -> Any:
    return shown


@dataclass
class Steps:
    """What was last released, and what moves on now; `least` families make a group."""

    seen: Seen
    moved: dict[str, dict[str, Any]] = field(default_factory=dict)
    group: str = "all"
    least: int = SMALL

    def of(self, group: str) -> "Steps":
        """Return the steps of one group of families; what moves is kept here too."""
        return Steps(self.seen, self.moved, group, self.least)

    def moves(self, figure: str) -> bool:
        """Say whether a figure has moved on just now."""
        return f"{self.group}/{figure}" in self.moved

    def take(
        self, figure: str, base: int, now: Any, left: int | None = None, read: Read = _plain
    ) -> Any | None:
        """Return what may be shown of the figure: as it is now, as it was last seen, or None.

        `left` is how many families of the total it is seen beside are not in it.
        """
        before = self.seen.get(f"{self.group}/{figure}")
        may = may_step(before["base"] if before else None, base)
        if before and left is not None and before.get("left") is not None:
            may = may and may_step(before["left"], left)
        if may:
            self.moved[f"{self.group}/{figure}"] = {"base": base, "shown": now, "left": left}
            return read(now)
        return self.kept(figure, read)

    def kept(self, figure: str, read: Read = _plain) -> Any | None:
        """Return a figure as it was last seen; what an older version kept otherwise is hidden."""
        try:
            return read(self.seen[f"{self.group}/{figure}"]["shown"])
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
