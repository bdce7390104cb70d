from app.staff.downloads import download
from tests.app.staff.made import CANARY


def test_a_download_says_what_it_is_and_of_which_snapshot(reading_app):
    report = reading_app.extensions["staff"].reports.latest("forum")
    with reading_app.test_request_context():
        response = download(report, "digest", ".txt", CANARY.encode())

    name = f"digest-{report.stamp.snapshot[:8]}-made-up.txt"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.mimetype == "text/plain"
    assert response.data == CANARY.encode()


def test_a_download_of_a_kind_that_nobody_knows_is_bytes(reading_app):
    report = reading_app.extensions["staff"].reports.latest("forum")
    with reading_app.test_request_context():
        assert download(report, "x", ".sav", b"").mimetype == "application/octet-stream"
