"""What tests do with a data folder: both parties sign, a file is changed."""

from datetime import date

from analysis.jobs.sharing.sign_off import sign_off
from analysis.store.snapshots import latest

READERS, LISTENERS = "The readers", "The listeners"
DAY = date(2026, 11, 2)


def both_sign(folder):
    """Sign the latest public snapshot for both parties."""
    sign_off(folder, READERS, "Ann", DAY)
    sign_off(folder, LISTENERS, "Bo", DAY)


def change_report(folder, old, new):
    """Change the public report's file behind the back of everybody."""
    path = latest(folder, "public") / "report.json"
    content = path.read_bytes()
    assert old in content
    path.chmod(0o644)
    path.write_bytes(content.replace(old, new, 1))
