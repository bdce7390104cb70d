"""The notebooks run, and each stands as the same cells in both its forms."""

from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_its_first_cell_to_its_last(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(ROOT)}}).execute()

    outputs = [out for cell in notebook.cells for out in cell.get("outputs", ())]
    assert any(out.output_type == "execute_result" for out in outputs)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_both_forms_of_a_notebook_hold_the_same_cells(path):
    paired = jupytext.read(path.with_suffix(".py"))
    notebook = nbformat.read(path, as_version=4)

    assert [cell.source for cell in paired.cells] == [cell.source for cell in notebook.cells]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_output_of_a_notebook_is_kept(path):
    notebook = nbformat.read(path, as_version=4)

    assert not [cell for cell in notebook.cells if cell.get("outputs")]
