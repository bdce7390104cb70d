"""The models of ways to tell families apart: cuts of all answers, and tables of some of them."""

from collections.abc import Mapping

from pydantic import Field

from analysis.definitions.reading import Frozen


class Group(Frozen):
    """One group of families: whose answer is one of these values."""

    says: str
    values: tuple[str, ...] = Field(min_length=1)


class Cut(Frozen):
    """A way to look at some families alone, declared beforehand: by an item or a derived field."""

    says: str
    of: str
    groups: Mapping[str, Group]


class Question(Frozen):
    """One item of a table: its answers as columns, each in one; so all its rows sum to families."""

    item: str
    says: str
    columns: Mapping[str, Group]
    whole: bool = False  # told of each process as a whole, not by kind of review

    @property
    def key(self) -> str:
        """What tells it from a question on the same item."""
        return f"{self.item}/whole" if self.whole else self.item


class CrossTable(Frozen):
    """What families of each kind of review answered to a few items, side by side."""

    says: str
    groups: Mapping[str, Group]
    questions: tuple[Question, ...]
