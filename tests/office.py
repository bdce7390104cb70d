"""The LibreOffice of this machine: it opens what we write as a person's program does."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
ENDS_WITHIN_S = 120
needs_office = pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true",
    reason="no LibreOffice on this machine: apt-get install libreoffice-writer libreoffice-calc",
)


def converted(path: Path, ending: str, folder: Path) -> bytes:
    """Return the file as LibreOffice writes it in another format; a profile of its own a run."""
    assert SOFFICE, "no LibreOffice on this machine, and CI=true"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, "--convert-to", ending, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=ENDS_WITHIN_S)
    return (folder / f"{path.stem}.{ending.split(':')[0]}").read_bytes()


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
