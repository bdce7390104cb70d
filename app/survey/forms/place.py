"""The question which setting it was, when the link that was used names one."""

from typing import Any

from analysis.definitions.survey import Item
from app.survey.forms.fields import Choice, Messages

ELSEWHERE = "elsewhere"


class InvitedPlace(Choice):
    """Asks whether it was the setting that the invitation names, and else which it was.

    The name is filled in, and any other answer takes its place: so does another place chosen
    below while yes, which was ticked beforehand, still stands.
    """

    def __init__(self, item: Item, messages: Messages, came_from: str, **options: Any) -> None:
        self.came_from = came_from
        self.here, self._elsewhere = False, ""  # yes was said; what the list below says
        super().__init__(item, messages, **options)

    @property
    def elsewhere(self) -> str:
        """What the list below shows: the answer where it is another setting, or what was sent."""
        return self._elsewhere or (self.data if not self.here else "") or ""

    @property
    def focus(self) -> str:
        """Where a message leads to."""
        return f"{self.id}-{ELSEWHERE}" if self.errors and not self.here else str(self.id)

    def process_data(self, value: Any) -> None:
        """Show what was answered before; nothing yet: the setting that was named."""
        super().process_data(value or self.came_from)
        self.here = self.data == self.came_from

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Take the list below too."""
        self._elsewhere = formdata.get(f"{self.name}-{ELSEWHERE}", "") if formdata else ""
        super().process(formdata, data, extra_filters)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read yes as the setting named, and no or another place as what the list below says."""
        typed = valuelist[0] if valuelist else ""
        below = typed in ("", ELSEWHERE) or bool(self._elsewhere)
        self.data = self._elsewhere if below else typed
        self.here = self.data == self.came_from
