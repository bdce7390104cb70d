"""The staff side put together."""

import logging
import math
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Flask
from flask_compress import Compress
from flask_login import LoginManager

from analysis.store.layout import DataFolder
from app.assets import serve_assets
from app.config import Settings
from app.security import secure
from app.staff.keeper import Keeper
from app.staff.pages import BLUEPRINTS
from app.staff.permissions import guard, may_use
from app.staff.person import form_token, keep_number, remember_people, this_person
from app.staff.problems import show_problems
from app.staff.side import NAME, Side, this_side, utc_now

log = logging.getLogger("app.staff")
COMPRESSION = {"COMPRESS_ALGORITHM": ["gzip"], "COMPRESS_LEVEL": 1}
KEEPER = "keeper"
MENU = {
    "dashboards.aims": "aims",
    "dashboards.forum": "forum",
    "dashboards.journey": "journey",
    "reading.texts": "texts",
    "quotes.show": "quotes",
    "files.show": "files",
    "publishing.show": "publishing",
    "people.show": "people",
}


def create_staff_app(
    folder: DataFolder,
    settings: Settings | None = None,
    demo_passphrase: str | None = None,
    *,
    now: Callable[[], datetime] = utc_now,
    clock: Callable[[], float] = time.monotonic,
    keep: bool = True,
) -> Flask:
    """Return the application that people read and run the survey with.

    A demonstration gives its passphrase and starts unlocked. With `keep` a thread codes what
    arrives and makes snapshots for as long as the process lives.
    """
    settings = settings or Settings(data=folder.path)
    app = Flask(__name__, static_folder=None)
    side = Side(folder, settings, now, clock)
    app.extensions[NAME] = side
    app.config.update(settings.flask_config(NAME, side.desk.cookie_key), **COMPRESSION)
    if demo_passphrase is not None:
        _open_for_all(side, demo_passphrase)
    _prepare_templates(app, demo=demo_passphrase is not None)
    _add_pages(app, settings)
    app.extensions[KEEPER] = Keeper(side)
    if keep:
        app.extensions[KEEPER].start()
    return app


def _open_for_all(side: Side, passphrase: str) -> None:
    """Unlock a demonstration and leave it so: its passphrase is printed anyway."""
    log.warning("DEMONSTRATION: the words are unlocked from the start. Never do this in earnest.")
    side.words.open(side.desk, passphrase, idle_s=math.inf)


def _add_pages(app: Flask, settings: Settings) -> None:
    Compress(app)
    secure(app, live=settings.live)
    serve_assets(app, settings)
    people = LoginManager(app)
    people.session_protection = None  # a session is ours to end, not a signed cookie's
    remember_people(people)
    for pages in BLUEPRINTS:
        app.register_blueprint(pages)
    guard(app)
    app.after_request(keep_number)
    show_problems(app)


def _prepare_templates(app: Flask, *, demo: bool) -> None:
    side: Side = app.extensions[NAME]
    env = app.jinja_env
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(
        said=side.messages, made_up=side.folder.made_up, demo=demo, form_token=form_token
    )
    app.context_processor(_of_this_request)


def _of_this_request() -> dict[str, Any]:
    side, person = this_side(), this_person()
    return {
        "survey": side.survey,
        "person": person,
        "menu": {page: name for page, name in MENU.items() if may_use(page, person)},
        "reads_words": may_use("lock.show", person),
        "unlocked": side.words.is_open,
        "may_use": lambda endpoint: may_use(endpoint, person),
    }
