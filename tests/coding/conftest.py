"""Which modules an import loads, seen from a fresh interpreter."""

import subprocess
import sys

import pytest


@pytest.fixture
def fresh_modules():
    def loaded(module: str) -> set[str]:
        code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        return set(run.stdout.split())

    return loaded
