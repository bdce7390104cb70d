"""Style sheets and scripts: prepared once into a folder, served under names that never change.

`python -m app.assets` prepares them from `setup/node_modules` and the sides' own `static` folders.
GDS Transport and the crown are licensed for gov.uk alone, so the font is cut out of the style
sheet and no image of the package is taken.
"""

import gzip
import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterator
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, abort, request

from analysis.errors import ProjectError
from app.config import ROOT, Settings

ENDPOINT = "assets"
MANIFEST = "manifest.json"
PACKAGES = ROOT / "setup" / "node_modules"
FROM_PACKAGES = {
    "govuk-frontend.css": "govuk-frontend/dist/govuk/govuk-frontend.min.css",
    "govuk-frontend.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js",
    "plotly.js": "plotly.js-basic-dist-min/plotly-basic.min.js",
}
NOT_OURS = (
    (re.compile(r"@font-face\{[^}]*\}"), ""),
    (re.compile(r"GDS Transport,"), ""),
    (re.compile(r"url\(/assets/images/[^)]*\)"), "none"),
    (re.compile(r"/\*[#@] sourceMappingURL=[^*]*\*/|//[#@] sourceMappingURL=\S*"), ""),
)
LEFT_OVERS = re.compile(r"GDS|fonts/|url\(/")
COMPRESSED = {".css", ".js", ".svg"}


def prepare(target: Path, packages: Path = PACKAGES) -> dict[str, str]:
    """Fill `target` with every asset, hashed and gzipped, and return the names they are served by.

    The old folder is replaced at the end, so an interrupted run leaves a whole one. A running
    server holds its own in memory.
    """
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    names = {name: _place(fresh, name, content) for name, content in _contents(packages)}
    (fresh / MANIFEST).write_text(json.dumps(names, indent=1, sort_keys=True))
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return names


def serve_assets(app: Flask, settings: Settings) -> None:
    """Serve the prepared assets and give templates `asset_url(name)`.

    Pages are whole without them; only real families' pages refuse to start so.
    """
    names = read_manifest(settings.assets)
    if settings.live and not names:
        raise ProjectError(
            f"{settings.assets}: found no prepared assets; run `python3 manage.py serve`, "
            "which prepares them, or `python -m app.assets`"
        )

    def asset_url(name: str) -> str:
        return f"/assets/{names.get(name, name)}"

    def asset(name: str) -> Response:
        return _answer(name, held.get(name) or abort(404))

    held = {name: _hold(settings.assets, name) for name in names.values()}
    app.jinja_env.globals["asset_url"] = asset_url
    app.add_url_rule("/assets/<name>", ENDPOINT, asset)


def _contents(packages: Path) -> Iterator[tuple[str, bytes]]:
    for name, source in FROM_PACKAGES.items():
        yield name, cut_what_is_not_ours(name, (packages / source).read_text()).encode()
    for own in sorted((ROOT / "app").glob("*/static/*")):
        yield f"{own.parent.parent.name}/{own.name}", own.read_bytes()


def cut_what_is_not_ours(name: str, text: str) -> str:
    """Return a package's file without fonts, crests and source maps; refuse what cannot be cut."""
    for pattern, instead in NOT_OURS:
        text = pattern.sub(instead, text)
    if name.endswith(".css") and (left := LEFT_OVERS.search(text)):
        raise ProjectError(f"{name}: found {left.group()!r} left after cutting fonts and images")
    return text


def _place(folder: Path, name: str, content: bytes) -> str:
    stem, dot, ending = name.replace("/", "-").rpartition(".")
    served = f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{dot}{ending}"
    (folder / served).write_bytes(content)
    if dot + ending in COMPRESSED:
        (folder / f"{served}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    return served


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the names that assets are served by, by the names that templates use."""
    try:
        names: dict[str, str] = json.loads((folder / MANIFEST).read_text())
    except FileNotFoundError:
        return {}
    return names


def _hold(folder: Path, name: str) -> tuple[bytes, bytes | None]:
    packed = folder / f"{name}.gz"
    return (folder / name).read_bytes(), packed.read_bytes() if packed.exists() else None


def _answer(name: str, content: tuple[bytes, bytes | None]) -> Response:
    plain, packed = content
    take_packed = packed if request.accept_encodings["gzip"] > 0 else None
    response = Response(take_packed or plain, mimetype=guess_type(name)[0])
    if take_packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


if __name__ == "__main__":
    sys.stdout.write(f"{len(prepare(Settings().assets))} assets prepared\n")
