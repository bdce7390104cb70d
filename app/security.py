"""The headers of every response, the size of a request, and what a log line holds."""

import logging
import secrets
from http import HTTPStatus
from time import perf_counter

from flask import Flask, Response, g, request
from werkzeug.wrappers import Response as AnyResponse

from app.assets import ENDPOINT
from app.config import MAX_REQUEST_BYTES

log = logging.getLogger("app.access")

HEADERS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
WATCHED = ("/healthz", "/readyz")
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'{style}; "
    "img-src 'self' data:; font-src 'none'; connect-src 'none'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


def secure(app: Flask, *, live: bool = False) -> None:
    """Give every response of `app`, errors included, its headers, and every request its limit."""
    app.config.setdefault("MAX_CONTENT_LENGTH", MAX_REQUEST_BYTES)
    app.before_request(_begin)
    if live:
        app.before_request(_refuse_plain)
    app.after_request(_log)
    app.after_request(lambda response: _protect(response, live=live))
    app.context_processor(lambda: {"cspNonce": page_nonce()})


def page_nonce() -> str:
    """Return this response's nonce; templates know it as `cspNonce`."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def allow_style_nonce() -> str:
    """Let this one page carry a style element with the nonce (a chart library needs it)."""
    g.style_nonce = True
    return page_nonce()


def forget_on_device(response: AnyResponse) -> AnyResponse:
    """Have the browser drop what it kept of this site; the caller deletes its own cookie.

    Not `"cookies"`: that would reach every sister site of the host's domain.
    """
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _begin() -> None:
    g.began = perf_counter()


def _refuse_plain() -> AnyResponse | None:
    """Let nothing travel in the clear; whether the side runs may be asked by whoever watches it."""
    if request.scheme == "https" or request.path in WATCHED:
        return None
    log.error("refused: no https, or the server before this one does not send X-Forwarded-Proto")
    return Response(
        "This site opens by https alone.\n", HTTPStatus.FORBIDDEN, mimetype="text/plain"
    )


def _protect(response: Response, *, live: bool) -> Response:
    style = f" 'nonce-{page_nonce()}'" if g.get("style_nonce") else ""
    response.headers.update(HEADERS)
    response.headers["Content-Security-Policy"] = POLICY.format(nonce=page_nonce(), style=style)
    if not (request.endpoint == ENDPOINT and response.status_code in (200, 304)):
        response.headers["Cache-Control"] = "no-store"
    if live:
        response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    return response


def _log(response: Response) -> Response:
    """Log the rule, never the address: a path or query may hold an invitation."""
    rule = request.url_rule.rule if request.url_rule else "no such page"
    spent = 1000 * (perf_counter() - g.get("began", perf_counter()))
    log.info("%s %s %d %.0f ms", request.method, rule, response.status_code, spent)
    return response
