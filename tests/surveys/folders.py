"""Survey folders for tests: this council's survey with the settings of the answers from outside."""

import shutil
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
REAL = TESTS.parent / "surveys" / "annual-review"
LIBRARY = TESTS / "surveys" / "library-visits"
OUTSIDE_ANSWERS = TESTS / "outside"


def outside_folder(parent: Path) -> Path:
    """Return a survey folder made in `parent`: the real questionnaire, the outside settings."""
    folder = parent / "annual-review"
    left_out = shutil.ignore_patterns("council.toml", "made-up", "locale", "pictures")
    shutil.copytree(REAL, folder, ignore=left_out)
    shutil.copy(TESTS / "surveys" / "outside" / "council.toml", folder)
    return folder
