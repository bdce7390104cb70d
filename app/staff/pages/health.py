"""Whether the program runs, and whether it can do its work."""

from flask import Blueprint, Response

from analysis.store.intake.drafts import try_out
from app.health import readiness, running
from app.staff.side import STORE_FAULTS, this_side

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> Response:
    """Say that the program runs."""
    return running()


@pages.get("/readyz")
def readyz() -> Response:
    """Say whether the store can be written, and all is there that the next start needs."""
    return readiness(this_side().folder, _takes_writes)


def _takes_writes() -> bool:
    side = this_side()
    try:
        try_out(side.desk.db, side.today())
    except STORE_FAULTS as fault:
        side.recover(fault)
        return False
    return True
