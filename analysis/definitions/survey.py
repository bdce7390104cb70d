"""The models of survey.toml: everything one questionnaire asks, and what its answers mean."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from analysis.definitions.groups import CrossTable, Cut
from analysis.definitions.reading import Frozen

Outcome = Literal["right", "problem", "neutral", "na", "unknown"]
Process = Literal["pilot", "old"]
Kind = Literal["one", "many", "month", "text"]

SKIPPED = "skipped"
NOT_ASKED = "not_asked"
WRITTEN = "written"
LISTED = "listed"
CHANNELS = ("link", "qr", "paper", "phone", "import")  # by which way answers come in


def _some(value: object) -> object:
    """Read one value where several may stand as a list of one."""
    return value if isinstance(value, list | tuple) else [value]


Values = Annotated[tuple[str, ...], BeforeValidator(_some)]
Condition = Mapping[str, Values]
Conditions = Annotated[tuple[Condition, ...], BeforeValidator(_some)]


class Option(Frozen):
    """One answer that can be chosen; `means` says what it counts as, where it counts at all."""

    says: str
    means: Outcome | None = None
    hint: str | None = None
    excludes: bool = False  # of ticks: cannot stand with the others


class Item(Frozen):
    """One question or statement."""

    id: str
    kind: Kind
    asks: str
    options: Mapping[str, Option] = Field(default_factory=dict)
    options_from: Literal["settings"] | None = None
    scale: str | None = None
    hint: str | None = None
    looks: Literal["radios", "inline", "select", "tick", "lines"] | None = None
    required: bool = False
    required_says: str | None = None
    counted: str | None = None  # the verb phrase of a sentence: "agreed", "had a letter in time"
    short: str | None = None  # a few words for a table's row
    due_after_days: int | None = None  # counts only when the month's end lies so many days back
    limit: str | None = None  # of a time limit, as a sentence names it: "the 4-week limit"
    waited: str | None = None  # the verb phrase of who was still waiting when it had passed
    compared: bool = True  # false: of another kind of family in each process, told within each
    tone: Literal["mixed", "praise", "problem", "suggestion"] | None = None  # what a text is for
    ask_when: Conditions = ()
    ask_unless: Conditions = ()


class Page(Frozen):
    """One page: its items are asked together and none depends on another of them."""

    id: str
    title: str
    lead: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    after: tuple[str, ...] = ()
    ask_when: Conditions = ()
    ask_unless: Conditions = ()
    exit: bool = False  # the path ends here, kindly: `lead` says where to go instead
    after_sending: bool = False  # comes after the answers are in, and is a row of its own


class Fact(Frozen):
    """Something to be known from answers, the list of settings and the calendar."""

    says: str
    kind: Literal["joined_by", "in_list", "band", "due"]
    place: str | None = None
    month: str | None = None
    item: str | None = None
    list: str | None = None
    bands: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    after_days: int | None = None


class Line(Frozen):
    """One line of a decision table: when all of `when` fits, the value is `gives`."""

    when: Condition = Field(default_factory=dict)
    gives: str
    because: str | None = None


class Derived(Frozen):
    """A value worked out from answers: the first line that fits decides."""

    says: str
    table: tuple[Line, ...]


class Aim(Frozen):
    """One aim: which items measure it, and which of them speaks for it."""

    id: str
    name: str
    headline: str
    measures: tuple[str, ...]
    composite: tuple[str, ...] = ()


class Change(Frozen):
    """A question about change within a family; what its answers mean holds for it alone."""

    item: str
    counted: str
    means: Mapping[str, Outcome]


class Stage(Frozen):
    """One stage of the journey: two markers, each the first of its list that was asked."""

    id: str
    name: str
    markers: tuple[tuple[str, ...], tuple[str, ...]]
    details: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    compare_on: tuple[str, ...] = ()  # where the processes are asked different second markers


class Through(Frozen):
    """What runs through the whole journey; shown under the map, never ranked."""

    name: str
    details: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class Roles(Frozen):
    """Which item plays which part, so that the program need not know any of them by name."""

    had_review: str  # a derived field, yes or no
    meeting: str
    setting: str
    quotes: str  # may we use the words
    research: str  # may the coded answers be used again
    process: str = "process"
    review_type: str = "review_type"
    no_review: str | None = None  # the item shown as the line above the map
    no_review_na: Conditions = ()  # when not having had a review is as it should be


class ProcessWords(Frozen):
    """Whole phrases for one process; never put together from nouns."""

    name: str  # "the pilot"
    label: str  # "Pilot", in a table or chart
    families: str  # "pilot families"
    replies: str  # "replies about the pilot"


class Start(Frozen):
    """The landing page."""

    title: str
    body: tuple[str, ...]
    button: str


class Texts(Frozen):
    """The words of the fixed pages: each is a heading and paragraphs."""

    title: str
    body: tuple[str, ...]


class Pages(Frozen):
    """The fixed pages of the survey side."""

    start: Start
    check: Texts
    receipt: Texts
    next: Texts
    help: Texts  # shown at once when an answer tells of danger
    help_lines: tuple[str, ...]  # where to call now, on every page with a text box
    withdraw: Texts
    privacy: Texts


class Audience(Frozen):
    """Titles of the pages that show results, and the sentence of caution under comparisons."""

    aims: str
    forum: str
    journey: str
    caution: str


class Survey(Frozen):
    """One questionnaire of a survey folder, with everything that gives its answers meaning."""

    id: str
    version: str
    title: str
    language: str = "en-GB"
    minutes: int
    folder: str
    hash: str
    scales: Mapping[str, Mapping[str, Option]]
    pages: tuple[Page, ...]
    facts: Mapping[str, Fact]
    derived: Mapping[str, Derived]
    aims: tuple[Aim, ...]
    stages: tuple[Stage, ...]
    through: Through | None = None
    cuts: Mapping[str, Cut] = Field(default_factory=dict)
    tables: Mapping[str, CrossTable] = Field(default_factory=dict)
    change: Change | None = None
    case_mix: tuple[str, ...] = ()  # the cuts within which like is compared with like
    roles: Roles
    processes: Mapping[Process, ProcessWords]
    fixed: Pages
    audience: Audience
    words: Mapping[str, str] = Field(default_factory=dict)

    def items(self) -> dict[str, Item]:
        """Return every item by id, in the order of the pages."""
        return self.by_id

    @cached_property  # asked for with every answer
    def by_id(self) -> dict[str, Item]:
        """Every item by id."""
        return {item.id: item for page in self.pages for item in page.items}


def codable_items(survey: Survey) -> tuple[str, ...]:
    """Return the text items whose words are coded: all but those asked after sending."""
    pages = [page for page in survey.pages if not page.after_sending]
    return tuple(item.id for page in pages for item in page.items if item.kind == "text")
