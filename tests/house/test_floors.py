"""The contracts of pyproject.toml bite: a slip planted in each room breaks the contract named."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT, own_files, short

# file planted -> (what it imports, how the contract that must break begins)
PLANTED = {
    "analysis/evidence/slip.py": ("analysis.coding", "Floors"),
    "analysis/definitions/slip.py": ("app.config", "The web front"),
    "app/staff/slip.py": ("app.survey", "The two sides"),
    "app/survey/slip_desk.py": ("analysis.store.desk", "The survey side reaches nothing"),
    "app/survey/slip_store.py": ("analysis.store.snapshots", "Of the store"),
    "analysis/reporting/slip.py": ("analysis.evidence", "Screens and files"),
    "analysis/jobs/redact.py": ("analysis.jobs.rebuild", "Jobs do not"),
    "analysis/jobs/slip_web.py": ("flask", "Flask and WTForms"),
    "analysis/jobs/slip_words.py": ("nltk", "nltk in coding"),
    "app/staff/slip_seal.py": ("nacl.public", "PyNaCl and sqlite-utils"),
    "analysis/jobs/slip_chart.py": ("plotly", "plotly in reporting"),
}
OUTCOME = re.compile(r"^(.+?) (KEPT|BROKEN)\b", re.MULTILINE)


def outcomes(tree: Path) -> dict[str, str]:
    ran = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree), "COLUMNS": "200"},
        capture_output=True,
        text=True,
    )
    found = dict(OUTCOME.findall(ran.stdout))
    assert found, ran.stdout + ran.stderr
    return found


@pytest.fixture(scope="module")
def slipped(tmp_path_factory):
    tree = tmp_path_factory.mktemp("slipped")
    shutil.copy(ROOT / "pyproject.toml", tree)
    for package in ("analysis", "app"):
        ignored = shutil.ignore_patterns("__pycache__", "templates", "static", "lists")
        shutil.copytree(ROOT / package, tree / package, ignore=ignored)
    for name, (imported, _) in PLANTED.items():
        (tree / name).write_text(f"import {imported}\n")
    return outcomes(tree)


@pytest.mark.parametrize(("imported", "contract"), PLANTED.values())
def test_a_planted_import_breaks_its_contract(slipped, imported, contract):
    assert [slipped[name] for name in slipped if name.startswith(contract)] == ["BROKEN"], imported


def test_every_contract_is_broken_by_a_slip(slipped):
    assert set(slipped.values()) == {"BROKEN"}


def named_as_its_file(path: Path) -> bool:
    """Say whether this is a job: a file with a public function of its own name."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return any(isinstance(node, ast.FunctionDef) and node.name == path.stem for node in body)


def test_the_contract_about_jobs_names_every_job():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    (named,) = (c["modules"] for c in contracts["contracts"] if c["name"].startswith("Jobs"))
    files = own_files(".py", under=("analysis/jobs/",))
    jobs = {
        short(path).removesuffix(".py").replace("/", ".")
        for path in files
        if named_as_its_file(path)
    }

    assert jobs - set(named) == set()


def test_a_module_on_no_floor_breaks_the_floors(tmp_path):
    shutil.copytree(ROOT / "analysis", tmp_path / "analysis")
    shutil.copytree(ROOT / "app", tmp_path / "app")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "analysis" / "attic.py").touch()

    ran = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )

    assert ran.returncode != 0
    assert "attic" in ran.stdout
