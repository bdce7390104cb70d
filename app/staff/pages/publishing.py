"""Results on their way to everybody: looked at, agreed to by two people, published, told.

Who agreed and who published stands in the chain of acts; a form names the results by their
content, so that nobody agrees to others than those they looked at.
"""

from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from analysis.errors import InputError, StoreError
from analysis.jobs.sharing.agreeing import Agreement, public_files, read_agreement
from analysis.jobs.sharing.digest import digest as digest_of
from analysis.jobs.sharing.publish import publish as make_public
from analysis.jobs.sharing.sign_off import sign_off
from analysis.jobs.sharing.snapshots import Snapshot
from analysis.reporting.figure_words import day_words
from analysis.reporting.files.steady import steady_zip
from app.staff.downloads import download
from app.staff.person import this_person
from app.staff.side import this_side

pages = Blueprint("publishing", __name__)
Answer = str | tuple[str, int] | Response
REFUSED = 422
TYPES = {"html": "text/html", "css": "text/css", "csv": "text/csv"}


@pages.get("/publishing")
def show() -> Answer:
    """Say what is public, and who has still to agree to what waits."""
    return _page()


@pages.get("/publishing/<snapshot_id>/<name>")
def look(snapshot_id: str, name: str) -> Response:
    """Show a public page exactly as everybody would read it."""
    files = _files(snapshot_id)
    kind = TYPES.get(name.rpartition(".")[2])
    if name not in files or kind is None:
        abort(404)
    return current_app.response_class(files[name], mimetype=kind)


@pages.post("/publishing/agree")
def agree() -> Answer:
    """Keep that this person agreed for a party to the results that they looked at."""
    side, party = this_side(), request.form.get("party", "")
    if party and party not in _own_parties():
        return _page("agree_not_mine"), REFUSED
    try:
        sign_off(side.folder, party, _name(), side.now().date(), request.form.get("content", ""))
    except InputError:
        parties = side.definitions.council.sign_offs
        return _page("agree_other" if party in parties else "agree_party"), REFUSED
    return redirect(url_for("publishing.show"), 303)


@pages.post("/publishing/publish")
def publish() -> Answer:
    """Write the public pages that every party agreed to."""
    side = this_side()
    day, content = side.now().date(), request.form.get("content", "")
    try:
        make_public(side.folder, side.folder.public, day, _name(), content)
    except (InputError, StoreError):
        return _page("publish_other"), REFUSED
    return redirect(url_for("publishing.show"), 303)


@pages.get("/publishing/pages.zip")
def archive() -> Response:
    """Return the published pages in one file, for whoever runs the website."""
    snapshot = _published()
    return download(snapshot.report, "pages", ".zip", steady_zip(_files(snapshot.id)))


@pages.get("/digest")
def digest() -> str:
    """Show the published results as plain text."""
    _published()
    _, text = digest_of(this_side().folder)
    paragraphs = text.split("\n\n")
    return render_template("sharing/digest.html", paragraphs=paragraphs)


@pages.get("/digest.txt")
def digest_file() -> Response:
    """Return the same as a file."""
    _published()
    snapshot, text = digest_of(this_side().folder)
    return download(snapshot.report, "digest", ".txt", text.encode())


def _published() -> Snapshot:
    public = read_agreement(this_side().folder).public
    return public.snapshot if public else abort(404)


def _files(snapshot_id: str) -> Mapping[str, bytes]:
    folder = this_side().folder
    found = read_agreement(folder).find(snapshot_id)
    return public_files(folder, found) if found else abort(404)


def _page(trouble: str = "") -> str:
    side = this_side()
    return render_template(
        "sharing/publishing.html",
        agreement=_agreement(),
        parties=side.definitions.council.sign_offs,
        folder=side.folder.public.name,
        day_words=day_words,
        me=_name(),
        own_parties=_own_parties(),
        trouble=trouble,
        content=request.form.get("content", ""),
    )


def _agreement() -> Agreement | None:
    """Return how far the parties are; None if a file is not the one that was made."""
    try:
        return read_agreement(this_side().folder)
    except StoreError:
        return None


def _own_parties() -> Sequence[str]:
    """Return the parties that this person can agree for: their own, or any if that was not said."""
    person = this_person()
    own = person.account.party if person else ""
    return [own] if own else this_side().definitions.council.sign_offs


def _name() -> str:
    person = this_person()
    return person.account.username if person else abort(403)
