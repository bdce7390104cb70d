"""Comments in the published columns, made up."""

import csv

import pytest

from analysis.definitions.codebook import load_codebook
from analysis.jobs.learning.measuring.public_comments import CODEBOOK

LABELS = [code.id for code in load_codebook(CODEBOOK).codes]
SAID = {
    "Parking": "no space in the car park today",
    "Food & drink provision & facilities": "the meals were cold again",
    "Timeliness of care": "waited such a long time",
}


@pytest.fixture(scope="module")
def comments(tmp_path_factory):
    """Write made-up comments in the published columns."""
    path = tmp_path_factory.mktemp("comments") / "made_up.csv"
    columns = ["FFT categorical answer", "FFT question", "FFT answer", "Not assigned", *LABELS[1:]]
    columns = [*dict.fromkeys([*columns[:4], *LABELS])]
    with path.open("w", newline="") as file:
        out = csv.DictWriter(file, columns)
        out.writeheader()
        for n in range(120):
            label, text = list(SAID.items())[n % 3]
            row = {"FFT categorical answer": "3", "FFT question": "How could we improve?"}
            out.writerow(row | {"FFT answer": f"{text} {'very ' * (n % 7)}bad", label: "1"})
        out.writerow(row | {"FFT answer": "12 !", "Parking": "1"})
        out.writerow(row | {"FFT answer": "unlabelled"})
    return path
