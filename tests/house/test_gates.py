"""Where a parent's words are revealed, and where a figure becomes visible: lists, kept by hand."""

import ast
from pathlib import Path

from tests.house.tree import PROGRAM, nodes, own_files, short

MAY_REVEAL: set[str] = set()
MAY_SHOW = {"analysis/disclosure.py", "analysis/store/snapshots.py"}


def calls(path: Path, name: str) -> list[int]:
    return [
        node.lineno
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and name in (getattr(node.func, "attr", None), getattr(node.func, "id", None))
    ]


def callers(name: str) -> set[str]:
    return {short(path) for path in own_files(".py", under=PROGRAM) if calls(path, name)}


def test_words_are_revealed_in_the_listed_files_only():
    assert callers("reveal") <= MAY_REVEAL


def test_the_list_of_files_that_reveal_names_none_that_does_not():
    assert callers("reveal") >= MAY_REVEAL


def test_a_figure_is_shown_by_the_gate_and_the_snapshot_loader_only():
    assert callers("Shown") <= MAY_SHOW


def test_a_call_is_found_however_it_is_written(tmp_path):
    path = tmp_path / "leak.py"
    path.write_text("report.Shown(1, 2)\nShown(1, 2)\nwords.reveal()\n")
    assert (calls(path, "Shown"), calls(path, "reveal")) == ([1, 2], [3])
