import gzip

import pytest
from flask import Flask

from analysis.errors import ProjectError
from app.assets import FROM_PACKAGES, cut_what_is_not_ours, prepare, read_manifest, serve_assets
from app.config import Settings
from app.security import secure

STYLE = (
    "@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"
    "body{font-family:GDS Transport,arial,sans-serif}"
    ".crest{background-image:url(/assets/images/crest.svg)}"
)


@pytest.fixture
def packages(tmp_path):
    for source in FROM_PACKAGES.values():
        path = tmp_path / "packages" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STYLE if source.endswith(".css") else "let drawn = true;")
    return tmp_path / "packages"


@pytest.fixture
def folder(tmp_path, packages):
    prepare(tmp_path / "assets", packages)
    return tmp_path / "assets"


def client_of(settings):
    app = Flask(__name__)
    secure(app)
    serve_assets(app, settings)
    return app.test_client(), app.jinja_env.globals["asset_url"]


def test_font_and_crest_are_cut_out():
    assert cut_what_is_not_ours("a.css", STYLE) == (
        "body{font-family:arial,sans-serif}.crest{background-image:none}"
    )


def test_a_font_that_cannot_be_cut_is_refused():
    with pytest.raises(ProjectError, match=r"a\.css: found 'GDS' left"):
        cut_what_is_not_ours("a.css", "body{font:GDS-New}")


def test_a_served_name_changes_with_its_content(tmp_path, packages):
    first = prepare(tmp_path / "one", packages)
    (packages / FROM_PACKAGES["plotly.js"]).write_text("let drawn = false;")
    second = prepare(tmp_path / "two", packages)

    assert first["plotly.js"] != second["plotly.js"]
    assert first["govuk-frontend.css"] == second["govuk-frontend.css"]


def test_preparing_again_leaves_a_running_server_its_files(folder, packages):
    client, asset_url = client_of(Settings(assets=folder))
    (packages / FROM_PACKAGES["plotly.js"]).write_text("let drawn = false;")

    prepare(folder, packages)

    assert client.get(asset_url("plotly.js")).status_code == 200


def test_preparing_again_after_a_change_replaces_the_folder(folder, packages):
    (packages / FROM_PACKAGES["plotly.js"]).write_text("let drawn = false;")

    names = prepare(folder, packages)

    assert read_manifest(folder) == names
    assert (folder / names["plotly.js"]).read_text() == "let drawn = false;"


def test_an_asset_is_kept_for_a_year_because_its_name_never_returns(folder):
    client, asset_url = client_of(Settings(assets=folder))

    response = client.get(asset_url("govuk-frontend.css"))

    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.mimetype == "text/css"


def test_an_asset_travels_packed_to_whoever_can_unpack_it(folder):
    client, asset_url = client_of(Settings(assets=folder))

    packed = client.get(asset_url("plotly.js"), headers={"Accept-Encoding": "gzip"})
    plain = client.get(asset_url("plotly.js"))

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.mimetype == plain.mimetype


@pytest.mark.parametrize("name", ["manifest.json", "../pyproject.toml", "plotly.js", "no-such.css"])
def test_nothing_else_of_the_folder_is_served(folder, name):
    client, _ = client_of(Settings(assets=folder))

    response = client.get(f"/assets/{name}")

    assert response.status_code == 404
    assert response.headers["Cache-Control"] == "no-store"


def test_pages_do_without_assets(tmp_path):
    client, asset_url = client_of(Settings(assets=tmp_path / "none"))

    assert client.get(asset_url("govuk-frontend.css")).status_code == 404


def test_real_families_are_not_served_bare_pages(tmp_path):
    with pytest.raises(ProjectError, match="found no prepared assets"):
        client_of(Settings(assets=tmp_path / "none", live=True))
