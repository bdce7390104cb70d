"""No circles, no heavy or webby import where none is wanted, and the rooms that stay pure."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.house.tree import ROOT, nodes, own_files, short

PURE_ROOMS = ("analysis/coding/", "analysis/evidence/")
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter"}


def circle(imports: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def imported_modules(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def imported(path: Path) -> Iterator[str]:
    yield from (name.split(".")[0] for name in imported_modules(path))


def looks_outside(path: Path) -> list[str]:
    faults = []
    for node in nodes(path):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        unseeded = name == "default_rng" and not node.args and not node.keywords
        if name in CLOCKS or unseeded or getattr(node.func, "id", "") == "open":
            faults.append(f"{path.name}:{node.lineno}: {ast.unparse(node.func)}")
    return faults


def loaded_by(statement: str) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in found.stdout.split()}


def test_no_import_goes_in_a_circle():
    graph = grimp.build_graph("analysis", "app", cache_dir=None)
    modules = graph.modules
    assert circle({m: graph.find_modules_directly_imported_by(m) for m in modules}) == []


def test_a_circle_is_found():
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}


@pytest.mark.parametrize("name", ["analysis/words.py", "analysis/errors.py"])
def test_the_types_everybody_shares_import_the_standard_library_alone(name):
    assert set(imported(ROOT / name)) <= sys.stdlib_module_names


def test_what_a_report_holds_imports_nothing_but_its_own_parts():
    outside = {
        found
        for path in own_files(".py", under=("analysis/report/",))
        for found in imported_modules(path)
        if not found.startswith("analysis.report.")
    }
    assert outside <= sys.stdlib_module_names


def test_coding_and_evidence_read_no_clock_no_file_and_no_chance():
    files = own_files(".py", under=PURE_ROOMS)
    assert [fault for path in files for fault in looks_outside(path)] == []


def test_a_clock_a_file_and_chance_are_found(tmp_path):
    path = tmp_path / "impure.py"
    path.write_text("today = date.today()\nopen('x')\nrng = np.random.default_rng()\n")
    assert [fault.split(": ")[1] for fault in looks_outside(path)] == [
        "date.today",
        "open",
        "np.random.default_rng",
    ]


def test_the_library_loads_no_web():
    rooms = sorted(
        {
            short(path).split(".py")[0].replace("/", ".")
            for path in own_files(".py", under=("analysis/",))
        }
    )
    wanted = [room.removesuffix(".__init__") for room in rooms if not room.endswith("__main__")]
    loaded = loaded_by("\n".join(f"import {name}" for name in wanted))
    assert "analysis" in loaded
    assert not loaded & {"flask", "werkzeug", "wtforms", "flask_login", "waitress"}


def test_the_survey_side_loads_nothing_that_counts_codes_or_draws():
    loaded = loaded_by("import app.survey.factory")
    assert "flask" in loaded
    assert not loaded & {"sklearn", "scipy", "nltk", "plotly", "docx", "xlsxwriter", "pyreadstat"}
