"""How large the project's files and functions are: printed after every run, never failing one."""

import ast
from pathlib import Path
from statistics import median, quantiles

from tests.house.tree import PROGRAM, nodes, own_files


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def size_summary() -> str:
    program = own_files(".py", under=(*PROGRAM, "manage.py"))
    tests = own_files(".py", under=("tests/",))
    sizes = [lines(path) for path in program if lines(path) > 1]
    functions = [
        node.end_lineno - node.lineno + 1
        for path in program
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return (
        f"sizes: {len(sizes)} files, median {median(sizes):.0f} lines, longest {max(sizes)}; "
        f"functions: median {median(functions):.0f} lines, "
        f"90th percentile {quantiles(functions, n=10)[-1]:.0f}; "
        f"tests to source {sum(map(lines, tests)) / sum(sizes):.1f}"
    )
