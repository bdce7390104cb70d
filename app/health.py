"""Whether a side runs and can take in answers: one word, and why not in the log alone."""

import logging
import shutil
from collections.abc import Callable

from flask import Response, current_app

from analysis.store.layout import DataFolder

log = logging.getLogger("app.health")
SPARE_BYTES = 64 * 1024 * 1024
DEFINITIONS = ("survey.toml", "council.toml")


def running() -> Response:
    """Say that the program runs."""
    return _plain("ok")


def readiness(folder: DataFolder, can_write: Callable[[], bool]) -> Response:
    """Say whether the folder's answers can be taken in, now and after the next start."""
    why = _missing(folder)
    if not why and shutil.disk_usage(folder.path).free < SPARE_BYTES:
        why = "the disk is almost full"
    if not why and not can_write():
        why = "the store can't be written"
    if why:
        log.error("not ready: %s", why)
        return _plain("not ready", 503)
    return _plain("ready")


def _missing(folder: DataFolder) -> str:
    """Return which file is gone, that was opened or read before and so still serves."""
    needed = [folder.database, *(folder.survey / name for name in DEFINITIONS)]
    return "; ".join(f"{file.name} is missing" for file in needed if not file.is_file())


def _plain(text: str, status: int = 200) -> Response:
    return current_app.response_class(f"{text}\n", status, mimetype="text/plain")
