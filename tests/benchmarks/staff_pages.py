"""How long the staff side takes to answer with a page from the snapshot."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.figures import Figure
from tests.respondent import Client, Page, fill
from tests.servers import Sides

PAGES = ("/aims", "/journey", "/forum")
TIMES = 20


def staff_figures(sides: Sides, data: Path) -> Iterator[Figure]:
    """Yield the median milliseconds of the slowest of the pages made from a snapshot."""
    client = Client(sides.staff)
    sign_in(client, data, "pilot_team")
    typical = {path: median(_milliseconds(client, path) for _ in range(TIMES)) for path in PAGES}
    client.close()
    path, slowest = max(typical.items(), key=lambda page: page[1])
    yield Figure(f"slowest page from the snapshot ({path})", slowest, "ms", 30)


def sign_in(client: Client, data: Path, role: str) -> None:
    """Sign in with the demonstration's account of a role."""
    accounts = json.loads((data / "demo-sign-ins.json").read_text())
    account = next(account for account in accounts if account["role"] == role)
    form = Page(client.get("/sign-in").html).forms[0]
    client.post("/sign-in", fill(form, {name: account[name] for name in ("username", "password")}))


def _milliseconds(client: Client, path: str) -> float:
    began = perf_counter()
    turn = client.get(path)
    spent = 1000 * (perf_counter() - began)
    if turn.status != 200 or turn.path != path:
        raise AssertionError(f"{path}: answered {turn.status} from {turn.path}")
    return spent
