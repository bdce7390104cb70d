"""`python -m tests.benchmarks [--json FILE]`: measure everything in one run and print the table."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.coding_speed import coding_figures
from tests.benchmarks.figures import Figure, print_table, write_json
from tests.benchmarks.first_paint import first_paint_figures
from tests.benchmarks.folders import SIX_PAGES, empty_folder
from tests.benchmarks.journeys import landing_figures, six_page_figures, whole_survey_figures
from tests.benchmarks.promises import promise_figures
from tests.benchmarks.rebuilds import rebuild_figures
from tests.benchmarks.staff_pages import staff_figures
from tests.servers import ROOT, both_sides

MEANING = """
Processor time is the server's, all its threads, measured while nothing else is asked of it.
What others needed was measured earlier with the same six pages on a busy machine of this kind.
"""


def main() -> int:
    """Measure, print the table, write the file; 1 if a target was missed."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        figures = list(measure(Path(work)))
    print_table(figures)
    print(MEANING)
    if asked.json:
        write_json(figures, asked.json)
    return 1 if any(figure.holds is False for figure in figures) else 0


def measure(work: Path) -> Iterator[Figure]:
    """Yield every figure, servers first while the machine is quiet."""
    say("six pages")
    with both_sides(empty_folder(work / "six", SIX_PAGES).path) as sides:
        yield from six_page_figures(sides)
    say("demonstration data")
    data = work / "demo"
    subprocess.run(
        [sys.executable, "-m", "app.run", "demo", "--no-serve", "--data", str(data)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with both_sides(data) as sides:
        say("whole survey")
        yield from whole_survey_figures(sides, {})
        yield from landing_figures(sides)
        say("first paint")
        yield from first_paint_figures(sides)
        say("staff pages")
        yield from staff_figures(sides, data)
    say("coding")
    yield from coding_figures()
    yield from rebuild_figures(work, say)
    yield from promise_figures(say)


def say(line: str) -> None:
    """Show progress beside the table, not in it."""
    print(f"· {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
