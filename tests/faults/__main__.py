"""`python -m tests.faults [--short] [--json FILE]`: put the promises to the proof, print the table.

Each promise stands for the tests named with it; `--short` leaves out those that need a browser.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from tests.faults.promises import PROMISES, Promise
from tests.servers import ROOT

PASSED, FAILED, NOT_RUN = "passed", "failed", "not run"
Row = dict[str, str]
Outcomes = dict[str, Counter[str]]


def main() -> int:
    """Run the tests of every promise; 1 if one failed."""
    parser = argparse.ArgumentParser(prog="tests.faults", description=__doc__)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--json", type=Path, metavar="FILE")
    asked = parser.parse_args()
    tried = [one for one in PROMISES if not (asked.short and one.needs_browser)]
    outcomes = run_tests({test for promise in tried for test in promise.tests})
    rows = [row_of(one, outcomes if one in tried else {}) for one in PROMISES]
    for row in rows:
        print(f"{row['id']:4} {row['status']:8} {row['figure']:16} {row['what']}")
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1) + "\n")
    return 1 if any(row["status"] == FAILED for row in rows) else 0


def run_tests(tests: Iterable[str]) -> Outcomes:
    """Run test files in one go and return what became of the tests of each."""
    with tempfile.TemporaryDirectory() as work:
        report = Path(work) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"]
        subprocess.run([*command, f"--junitxml={report}", *sorted(tests)], cwd=ROOT, check=False)
        return read_outcomes(report) if report.exists() else {}


def read_outcomes(report: Path) -> Outcomes:
    """Return how many tests of each file passed, failed or were skipped."""
    outcomes: Outcomes = {}
    for case in ElementTree.parse(report).iter("testcase"):
        file = "/".join(str(case.get("classname")).split(".")) + ".py"
        kinds = {child.tag for child in case}
        outcome = FAILED if kinds & {"failure", "error"} else PASSED
        outcome = NOT_RUN if "skipped" in kinds else outcome
        outcomes.setdefault(file, Counter())[outcome] += 1
    return outcomes


def row_of(promise: Promise, outcomes: Outcomes) -> Row:
    """Return one row of the table; a promise holds if all its tests ran and passed."""
    counts = sum((outcomes.get(test, Counter()) for test in promise.tests), Counter[str]())
    total = counts.total()
    whole = all(test in outcomes for test in promise.tests) and counts[PASSED] == total > 0
    status = FAILED if counts[FAILED] else PASSED if whole else NOT_RUN
    figure = f"{counts[PASSED]} of {total} tests" if total else "-"
    target = "all tests" if promise.tests else "no test yet"
    row = {"id": promise.id, "what": promise.what, "figure": figure, "target": target}
    return row | {"status": status}


if __name__ == "__main__":
    sys.exit(main())
