"""The demonstration: made-up answers taken in, coded and compared, and shown in plain sentences."""

import json
import secrets
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from analysis.definitions.council import load_council
from analysis.definitions.loading import default_folder, load_definitions
from analysis.definitions.survey import Survey
from analysis.jobs.code_answers import code_answers
from analysis.jobs.coders.import_codings import import_codings
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.made_up.quoting import approve_made_up_quotes
from analysis.made_up.reading import write_made_up_codings
from analysis.made_up.writing import write_made_up
from analysis.report import Audience, Report, Shown, StageRow
from analysis.store.desk.accounts import add_account
from analysis.store.desk.codings import PROGRAM
from analysis.store.desk.door import Desk, open_desk
from analysis.store.desk.vault import Vault, unlock
from analysis.store.layout import DataFolder
from app.roles import ROLES

FAMILIES = 240
QUOTED = 12  # codes with quotes
READ_EACH = 45  # families of each process whose words the made-up reader reads
SEED = 2026
SECOND = ("second-lead-reviewer", "lead_reviewer")  # it takes two to publish
PASSPHRASE_FILE, SIGN_INS_FILE = "demo-passphrase.txt", "demo-sign-ins.json"


def make_demo(path: Path) -> DataFolder:
    """Return the demonstration's data folder, made if it is not there yet."""
    if not (path / SIGN_INS_FILE).exists():
        _begin(path)
    folder = open_data(path)
    code(folder)
    return folder


def _begin(path: Path) -> None:
    """Make the folder beside its place and move it there whole: a broken run leaves none."""
    _say("making a database and its keys")
    begun = path.with_name(f"{path.name}.demo")
    _clear(begun)
    passphrase = "-".join(secrets.token_hex(2) for _ in range(4))
    init(begun, default_folder(), passphrase, "demonstration", made_up=True)
    (begun / PASSPHRASE_FILE).write_text(passphrase + "\n", encoding="utf-8")
    (begun / PASSPHRASE_FILE).chmod(0o600)
    folder = open_data(begun)
    _say(f"making up {FAMILIES} families and taking their answers in")
    definitions = load_definitions(folder.survey)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "made-up.csv"
        voices = folder.survey / "made-up"
        write_made_up(definitions.survey, definitions.council, voices, FAMILIES, SEED, file)
        import_responses(folder, file)
        code(folder)
        read = write_made_up_codings(
            open_desk(folder).db, definitions.survey, PROGRAM, READ_EACH, SEED, Path(place) / "read"
        )
        _say(f"a made-up reader codes a random sample: {read} texts")
        import_codings(folder, Path(place) / "read", datetime.now(UTC).date())
        _quote(folder, definitions.survey)
    (begun / SIGN_INS_FILE).write_text(json.dumps(_sign_ins(folder), indent=1), encoding="utf-8")
    (begun / SIGN_INS_FILE).chmod(0o600)
    if path.exists():
        path.rmdir()  # an empty folder is taken over; another is refused by its content
    begun.rename(path)


def _clear(begun: Path) -> None:
    for file in sorted(begun.rglob("*"), reverse=True) if begun.exists() else ():
        file.rmdir() if file.is_dir() else file.unlink()
    if begun.exists():
        begun.rmdir()


def _sign_ins(folder: DataFolder) -> list[dict[str, str]]:
    """Make the accounts and return them with their passwords: this is a demonstration."""
    desk, parties = open_desk(folder), iter(load_council(folder.survey).sign_offs)
    sign_ins = []
    for name, role in [*((role.replace("_", "-"), role) for role in ROLES), SECOND]:
        password = secrets.token_urlsafe(12)
        add_account(
            desk.db,
            name,
            role,
            password,
            key_holder=ROLES[role].may_hold_key,
            approved=True,
            party=next(parties, "") if role == SECOND[1] else "",
        )
        sign_ins.append({"role": role, "username": name, "password": password})
    return sign_ins


def printed_passphrase(folder: DataFolder) -> str | None:
    """Return the passphrase that a demonstration printed; no other folder has one."""
    file = folder.path / PASSPHRASE_FILE
    if not (folder.made_up and file.exists()):
        return None
    return file.read_text(encoding="utf-8").strip()


def code(folder: DataFolder) -> None:
    """Code what is not coded yet, unlocked by the passphrase that the demonstration printed."""
    desk = open_desk(folder)
    vault = _unlocked(desk)

    def progress(done: int, of: int) -> None:
        if done == of or done % 200 == 0:
            _say(f"coding: {done} of {of} texts")

    code_answers(desk, vault, progress)


def _quote(folder: DataFolder, survey: Survey) -> None:
    desk = open_desk(folder)
    vault, day = _unlocked(desk), datetime.now(UTC).date().isoformat()
    number = approve_made_up_quotes(desk, vault, survey, QUOTED, day)
    _say(f"two made-up people let {number} made-up quotes go")


def _unlocked(desk: Desk) -> Vault:
    passphrase = printed_passphrase(desk.folder) or ""
    return unlock(desk, passphrase)


def show_scorecard(folder: DataFolder) -> None:
    """Print the aims in plain sentences and the stages in their order."""
    started = time.monotonic()
    report = rebuild(folder, datetime.now(UTC))[Audience.FORUM]
    _say(f"counted and compared in {time.monotonic() - started:.1f} s")
    survey = load_definitions(folder.survey).survey
    print(f"\n{survey.title}: MADE-UP ANSWERS, a demonstration. {_families(report)}")
    print(f"\n{survey.audience.aims}")
    for card in report.aims:
        print(f"  {card.name}\n    {card.headline.says}\n    {card.headline.sentence}")
    print(f"\n{survey.audience.journey}: families who met a problem, stage by stage")
    for row in report.stages:
        print(f"  {row.name}: {', '.join(_stage(survey, row))}")
    print(f"\n{report.caution}\n")


def _families(report: Report) -> str:
    counts = ", ".join(
        f"{figure.value:.0f} {arm}"
        for arm, figure in report.by_process
        if isinstance(figure, Shown)
    )
    total = report.families
    return f"{total.value:.0f} families: {counts}." if isinstance(total, Shown) else ""


def _stage(survey: Survey, row: StageRow) -> Iterator[str]:
    for words, side in zip(survey.processes.values(), (row.pilot, row.old), strict=True):
        figure = side.families
        if isinstance(figure, Shown):
            yield f"{words.label} {figure.value:.0f} of {figure.base}"
        else:
            yield f"{words.label} hidden, fewer than 10 families"


def show_addresses(folder: DataFolder, survey: str, staff: str) -> None:
    """Print where to look, and how to get in: nothing else ever writes a passphrase."""
    print("This is a demonstration on made-up answers. Do not put real ones in.")
    print(f"  survey  {survey}")
    print(f"  staff   {staff}")
    for sign_in in json.loads((folder.path / SIGN_INS_FILE).read_text(encoding="utf-8")):
        print(f"          {sign_in['role']:<15} {sign_in['username']} / {sign_in['password']}")
    passphrase = printed_passphrase(folder)
    print(f"  passphrase that unlocks the words: {passphrase}", flush=True)


def _say(what: str) -> None:
    print(f"  {what} ...", flush=True)
