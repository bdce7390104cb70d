"""Options that commands share, and what is made of them."""

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.errors import InputError, LockedError, ProjectError

DATA = Path(__file__).parents[2] / "data"


def data_option(command: argparse.ArgumentParser) -> None:
    """Ask where the data folder is, where it was not said before the command."""
    command.add_argument(
        "--data", type=Path, metavar="FOLDER", default=argparse.SUPPRESS, help="the data folder"
    )


def survey_option(command: argparse.ArgumentParser) -> None:
    """Ask which survey folder is meant, or which data folder's."""
    command.add_argument("--survey", type=Path, default=None, help="the survey folder")
    data_option(command)


def json_option(command: argparse.ArgumentParser, required: bool = False) -> None:
    """Ask for a file to write."""
    command.add_argument("--json", type=Path, required=required, help="the file to write")


def write_json(path: Path, content: Any) -> None:
    """Write a file whole or not at all."""
    from analysis.jobs.whole import write_file

    plain = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    write_file(path, plain.encode())


def survey_of(options: argparse.Namespace) -> Path:
    """Return the survey folder that was named, else the data folder's, else the only one."""
    from analysis.definitions.loading import default_folder
    from analysis.store.folder import MARK, read_folder

    named: Path | None = options.survey
    if named is None and (options.data != DATA or (DATA / MARK).exists()):
        return read_folder(options.data).survey
    return named or default_folder()


def passphrase_of(options: argparse.Namespace) -> str:
    """Return a key holder's passphrase from a file or, where a person sits, asked for."""
    if options.passphrase_file:
        return _read_passphrase(options.passphrase_file)
    if not sys.stdin.isatty():
        raise LockedError("the words are locked: give a key holder's --passphrase-file")
    return getpass.getpass("Key holder's passphrase: ")


def new_passphrase(options: argparse.Namespace) -> str:
    """Return a passphrase to be, from a file or typed twice."""
    if options.passphrase_file:
        return _read_passphrase(options.passphrase_file)
    chosen = _typed("A passphrase for the first key holder: ")
    if chosen != _typed("The same again: "):
        raise ProjectError("the two passphrases differ: nothing was made")
    if not chosen:
        raise ProjectError("found no passphrase, expected one typed twice or --passphrase-file")
    return chosen


def _typed(asks: str) -> str:
    """Return what a person types unseen or, where none sits, a line of what was piped in."""
    return getpass.getpass(asks) if sys.stdin.isatty() else sys.stdin.readline().strip()


def _read_passphrase(path: Path) -> str:
    try:
        found = path.read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        raise InputError(f"{path}: found no text, expected a passphrase in UTF-8") from None
    if not found:
        raise InputError(f"{path}: found nothing, expected a passphrase")
    return found


def passphrase_option(command: argparse.ArgumentParser) -> None:
    """Ask for a file with a key holder's passphrase."""
    command.add_argument("--passphrase-file", type=Path, help="a file with the passphrase")


def progress(what: str) -> Callable[[int, int], None]:
    """Return what says how far a long job is."""

    def say(done: int, of: int) -> None:
        print(f"{what}: {done} of {of}", file=sys.stderr)

    return say


def encoder_option(command: argparse.ArgumentParser) -> None:
    """Ask whether the sentence encoder is to be used where it is installed."""
    command.add_argument("--encoder", action=argparse.BooleanOptionalAction, default=None)


def tell(line: str) -> None:
    """Say what goes on, beside what is asked for."""
    print(line, file=sys.stderr)
