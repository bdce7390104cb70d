"""Whether the program runs, and whether it can write."""

import shutil

from flask import Blueprint, Response, current_app

from analysis.store.database import writing
from app.staff.side import STORE_FAULTS, this_side

pages = Blueprint("health", __name__)
SPARE_BYTES = 64 * 1024 * 1024


@pages.get("/healthz")
def healthz() -> Response:
    """Say that the program runs."""
    return _plain("ok")


@pages.get("/readyz")
def readyz() -> Response:
    """Say whether the store can be written and there is room left."""
    side = this_side()
    try:
        with writing(side.desk.db):
            pass
    except STORE_FAULTS as fault:
        side.recover(fault)
        return _plain("the store can't be written", 503)
    if shutil.disk_usage(side.folder.path).free < SPARE_BYTES:
        return _plain("the disk is almost full", 503)
    return _plain("ready")


def _plain(text: str, status: int = 200) -> Response:
    return current_app.response_class(f"{text}\n", status, mimetype="text/plain")
