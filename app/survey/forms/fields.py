"""Fields for choices, ticks and texts: each gives its answer, or None where it was left.

Every field of a form has `answer`, and `focus`: the id that a message about it leads to.
"""

from collections.abc import Mapping
from typing import Any

from wtforms import Field, SelectField, SelectMultipleField, ValidationError
from wtforms.form import BaseForm

from analysis.definitions.survey import Item
from analysis.words import Words, read_words

MOST_CHARACTERS = 1500
Messages = Mapping[str, str]


class Choice(SelectField):
    """One of several, in sight or in a list that opens."""

    def __init__(self, item: Item, messages: Messages, **options: Any) -> None:
        self._required = item.required
        self._needed = item.required_says or messages["needed"]
        self._known = messages["choose_known"]
        super().__init__(item.asks, description=item.hint or "", **options)

    @property
    def answer(self) -> str | None:
        """The value chosen."""
        return self.data or None

    @property
    def focus(self) -> str:
        """Where a message leads to."""
        return str(self.id)

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what cannot be chosen, and an empty answer where one is needed."""
        if self.answer is None:
            if self._required:
                raise ValidationError(self._needed)
        elif self.answer not in (choice.value for choice in self.choices):
            raise ValidationError(self._known)


class Ticks(SelectMultipleField):
    """Any of a few; some options stand alone."""

    def __init__(self, item: Item, messages: Messages, **options: Any) -> None:
        self._item, self._messages = item, messages
        super().__init__(item.asks, description=item.hint or "", **options)

    @property
    def answer(self) -> Any:
        """The values ticked, in the order of the options."""
        return tuple(value for value in self._item.options if value in (self.data or ())) or None

    @property
    def focus(self) -> str:
        """Where a message leads to."""
        return str(self.id)

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what cannot be ticked, and an option that stands alone beside another."""
        ticked = set(self.data or ())
        if not ticked <= self._item.options.keys():
            raise ValidationError(self._messages["choose_known"])
        alone = [o for value, o in self._item.options.items() if o.excludes and value in ticked]
        if alone and len(ticked) > 1:
            raise ValidationError(self._messages["excluding"].format(option=alone[0].says))


class OneTick(Ticks):
    """A single box: ticked or not."""

    @property
    def answer(self) -> Any:
        """The one value, if its box was ticked."""
        ticked = super().answer
        return ticked[0] if ticked else None

    def process_data(self, value: Any) -> None:
        """Show a value kept before as a tick."""
        super().process_data([value] if value else None)

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse an empty box where a tick is needed."""
        super().pre_validate(form)
        if self._item.required and self.answer is None:
            raise ValidationError(self._item.required_says or self._messages["needed"])


class TextBox(Field):
    """A family's own words. What is too long is kept in the box and explained."""

    def __init__(self, item: Item, messages: Messages, **options: Any) -> None:
        self._messages = messages
        super().__init__(item.asks, description=item.hint or "", **options)

    @property
    def answer(self) -> Words | None:
        """The words, if there are any."""
        return Words(self.data) if self.data else None

    @property
    def focus(self) -> str:
        """Where a message leads to."""
        return str(self.id)

    def process_data(self, value: Words | None) -> None:
        """Show words as they are kept and sealed."""
        self.data = value.reveal() if value else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take words as they are kept and sealed."""
        self.process_data(read_words(valuelist[0]) if valuelist else None)

    def _value(self) -> str:
        return self.data or ""

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is too long."""
        over = len(self.data) - MOST_CHARACTERS
        if over > 0:
            said = self._messages["too_long"]
            raise ValidationError(said.format(over=f"{over:,}", limit=f"{MOST_CHARACTERS:,}"))
