"""The survey side put together."""

from functools import lru_cache
from typing import Any

from flask import Flask, g, render_template
from flask_compress import Compress
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from markupsafe import Markup
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from analysis.store.intake.door import DataFolder
from app.assets import serve_assets
from app.config import Settings
from app.security import secure
from app.survey import entry, pages, receipt, sending, withdraw
from app.survey.messages import fill
from app.survey.side import NAME, STORE_FAULTS, Clock, Side, open_side, this_side, utc_now
from app.survey.throttle import Throttle

COMPONENTS = ("govuk_frontend_jinja", "govuk_frontend_wtf")
# Level 1 costs a fifth of a millisecond a page, and leaves every page far under its limit.
COMPRESSION = {"COMPRESS_ALGORITHM": ["gzip"], "COMPRESS_LEVEL": 1}
PROBLEMS = {404: "missing", 405: "missing", 413: "too_big", 503: "unavailable"}


def create_survey_app(
    folder: DataFolder, settings: Settings | None = None, *, now: Clock = utc_now
) -> Flask:
    """Return the application that families use, serving one data folder."""
    settings = settings or Settings()
    app = Flask(__name__, static_folder=None)
    side = open_side(folder, settings, now)
    sending.screen(side, {})  # thousands of phrases are made ready before the first family sends
    app.extensions[NAME] = side
    app.extensions[withdraw.THROTTLE] = Throttle()
    app.config.update(settings.flask_config(NAME, side.intake.cookie_key), **COMPRESSION)
    _prepare_templates(app, side)
    Compress(app)
    secure(app, live=settings.live)
    serve_assets(app, settings)
    for part in (entry, pages, sending, receipt, withdraw):
        app.register_blueprint(part.pages)
    app.register_error_handler(HTTPException, _problem)
    for fault in STORE_FAULTS:
        app.register_error_handler(fault, _store_fault)
    return app


def _prepare_templates(app: Flask, side: Side) -> None:
    own, env = PackageLoader("app.survey"), app.jinja_env
    components = PrefixLoader({name: PackageLoader(name) for name in COMPONENTS})
    app.jinja_loader = ChoiceLoader([own, components])
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(said=side.messages, survey=side.survey, made_up=side.folder.made_up)

    @lru_cache(maxsize=1024)
    def filled(text: str) -> Markup:
        return fill(text, side.council.contacts)

    env.filters["filled"] = filled
    app.context_processor(_of_this_request)


def _of_this_request() -> dict[str, Any]:
    draft = g.get("draft")
    return {"unsent": draft is not None and draft.sent_at is None}


def _problem(error: HTTPException) -> tuple[str, int]:
    code = error.code or InternalServerError.code
    said, name = this_side().messages, PROBLEMS.get(code, "wrong")
    page = render_template("notice.html", title=said[f"{name}_title"], says=said[f"{name}_says"])
    return page, code


def _store_fault(error: Exception) -> tuple[str, int]:
    this_side().recover(error)
    return _problem(ServiceUnavailable())
