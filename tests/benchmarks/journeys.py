"""What a family's whole way costs the server, and what it weighs on the line."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.figures import LIME, ONS, Figure
from tests.respondent import Client, Page, Turn, answer_all
from tests.servers import Sides

WARM_UP = 3
JOURNEYS = 20
RESTS_S = 15  # longer than the staff side rests between two looks at what has come


@dataclass
class Journeys:
    """Processor time by journey and by page, and bytes by page, over several journeys."""

    journeys_ms: list[float] = field(default_factory=list)
    shown_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    taken_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    page_bytes: dict[str, int] = field(default_factory=dict)
    requests: int = 0
    pages: int = 0

    def dearest_shown(self) -> tuple[str, float]:
        """Return the page that costs most to show, as (path, milliseconds)."""
        return _dearest(self.shown_ms)

    def dearest_taken(self) -> tuple[str, float]:
        """Return the page whose answers cost most to take in, as (path, milliseconds)."""
        return _dearest(self.taken_ms)

    def heaviest_later_page(self) -> tuple[str, int]:
        """Return the heaviest page but the landing page, as (path, bytes)."""
        later = {path: size for path, size in self.page_bytes.items() if path != "/"}
        return max(later.items(), key=lambda page: page[1])


def _dearest(times_ms: Mapping[str, list[float]]) -> tuple[str, float]:
    typical = {path: median(times) for path, times in times_ms.items()}
    return max(typical.items(), key=lambda page: page[1])


def take_journeys(sides: Sides, answers: Mapping[str, str], count: int = JOURNEYS) -> Journeys:
    """Send `count` families through the survey, one after the other.

    The first few are not counted: the coder is loaded once, when the first answers have come.
    """
    taken = Journeys()
    for _ in range(WARM_UP):
        _take_one(sides, answers, Journeys())
    sides.settle(RESTS_S)
    for _ in range(count):
        _take_one(sides, answers, taken)
    return taken


def _take_one(sides: Sides, answers: Mapping[str, str], taken: Journeys) -> None:
    turns: list[Turn] = []
    spent = [sides.cpu_ms()]

    def note(turn: Turn) -> None:
        spent.append(sides.cpu_ms())
        turns.append(turn)
        times = taken.shown_ms if turn.method == "GET" else taken.taken_ms
        times[turn.path].append(spent[-1] - spent[-2])
        if turn.method == "GET" and turn.status == 200:
            taken.page_bytes[turn.path] = max(turn.transferred, taken.page_bytes.get(turn.path, 0))

    client = Client(sides.survey, note)
    taken.pages = len(answer_all(client, answers))
    client.close()
    taken.journeys_ms.append(spent[-1] - spent[0])
    taken.requests = len(turns)


def six_page_figures(sides: Sides) -> Iterator[Figure]:
    """Yield what the survey of the peers' shape costs."""
    taken = take_journeys(sides, {})
    others = {ONS: 318.0, LIME: 762.0}
    yield Figure(
        "six pages, processor time a journey", median(taken.journeys_ms), "ms", 80, others=others
    )
    yield Figure("six pages, requests a journey", taken.requests, "", others={ONS: 19, LIME: 8})


def whole_survey_figures(sides: Sides, answers: Mapping[str, str]) -> Iterator[Figure]:
    """Yield what the real survey costs and weighs."""
    taken = take_journeys(sides, answers)
    shown, dearest_shown = taken.dearest_shown()
    sent, dearest_sent = taken.dearest_taken()
    heavy, heaviest = taken.heaviest_later_page()
    yield Figure("whole survey, processor time a journey", median(taken.journeys_ms), "ms", 250)
    yield Figure("whole survey, pages a journey", taken.pages, "")
    yield Figure("whole survey, requests a journey", taken.requests, "")
    yield Figure(f"dearest page to show ({shown})", dearest_shown, "ms", 12)
    yield Figure(f"dearest page to send on ({sent})", dearest_sent, "ms", 12)
    yield Figure(f"heaviest later page ({heavy})", heaviest, "bytes", 10_240, others={ONS: 641_248})


def landing_figures(sides: Sides) -> Iterator[Figure]:
    """Yield the landing page's weight, counted as a browser with an empty cache fetches it."""
    client = Client(sides.survey)
    landing = client.get("/")
    turns = [landing, *(client.get(path) for path in Page(landing.html).files)]
    client.close()
    weight = sum(turn.transferred for turn in turns)
    others = {ONS: 641_329, LIME: 866_669, "SurveyJS 2.5": 536_303}
    yield Figure("landing page, as transferred", weight, "bytes", 61_440, others=others)
    yield Figure("landing page, requests", len(turns), "", 4, others={ONS: 7, LIME: 27})
