"""How long a page made from a snapshot takes, and what it weighs, however many answered."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from analysis.jobs.sharing.agreeing import public_files
from analysis.jobs.sharing.snapshots import latest_snapshot
from analysis.report import Audience
from analysis.store.layout import DataFolder
from tests.benchmarks.figures import Figure
from tests.respondent import Client, Page, Turn, fill
from tests.servers import Sides, both_sides

PAGES = ("/aims", "/journey", "/forum")
TIMES = 20
SLOWEST_MS, HEAVIEST = 30, 45_000


def staff_figures(sides: Sides, data: Path) -> Iterator[Figure]:
    """Yield the figures of the demonstration's pages."""
    accounts = json.loads((data / "demo-sign-ins.json").read_text())
    account = next(account for account in accounts if account["role"] == "pilot_team")
    yield from _figures(sides, (account["username"], account["password"]), "")


def large_figures(folder: DataFolder, account: tuple[str, str], responses: int) -> Iterator[Figure]:
    """Yield the figures of a folder's pages, for those signed in and for everybody."""
    where = f" at {responses:,} responses"
    with both_sides(folder.path) as sides:
        yield from _figures(sides, account, where)
    files = public_files(folder, latest_snapshot(folder, Audience.PUBLIC))
    page = len(gzip.compress(files["index.html"])) + len(gzip.compress(files["style.css"]))
    yield Figure(f"public page, compressed{where}", page, "bytes", HEAVIEST)


def _figures(sides: Sides, account: tuple[str, str], where: str) -> Iterator[Figure]:
    """Yield the median milliseconds of the slowest page made from a snapshot, and the heaviest."""
    sides.settle()
    client = Client(sides.staff)
    form = Page(client.get("/sign-in").html).forms[0]
    names = ("username", "password")
    client.post("/sign-in", fill(form, dict(zip(names, account, strict=True))))
    turns = {path: [_timed(client, path) for _ in range(TIMES)] for path in PAGES}
    client.close()
    typical = {path: median(ms for ms, _ in taken) for path, taken in turns.items()}
    weights = {path: max(turn.transferred for _, turn in taken) for path, taken in turns.items()}
    slowest, heaviest = max(typical, key=typical.__getitem__), max(weights, key=weights.__getitem__)
    name = f"slowest page from the snapshot{where} ({slowest})"
    yield Figure(name, typical[slowest], "ms", SLOWEST_MS)
    name = f"heaviest page from the snapshot{where} ({heaviest})"
    yield Figure(name, weights[heaviest], "bytes", HEAVIEST)


def _timed(client: Client, path: str) -> tuple[float, Turn]:
    began = perf_counter()
    turn = client.get(path)
    spent = 1000 * (perf_counter() - began)
    if turn.status != 200 or turn.path != path:
        raise AssertionError(f"{path}: answered {turn.status} from {turn.path}")
    return spent, turn
