"""Options that commands share, and what is made of them."""

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.errors import LockedError

DATA = Path("data")


def data_option(command: argparse.ArgumentParser) -> None:
    """Ask where the data folder is."""
    command.add_argument("--data", type=Path, default=DATA, help="the data folder")


def json_option(command: argparse.ArgumentParser, required: bool = False) -> None:
    """Ask for a file to write."""
    command.add_argument("--json", type=Path, required=required, help="the file to write")


def write_json(path: Path, content: Any) -> None:
    """Write a file whole or not at all."""
    begun = path.with_name(f".{path.name}.begun")
    begun.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    begun.replace(path)


def survey_of(options: argparse.Namespace) -> Path:
    """Return the survey folder that was named, else the only one there is."""
    from analysis.definitions.loading import default_folder

    return options.survey or default_folder()


def passphrase_of(options: argparse.Namespace) -> str:
    """Return a key holder's passphrase from a file or, where a person sits, asked for."""
    if options.passphrase_file:
        return Path(options.passphrase_file).read_text(encoding="utf-8").strip()
    if not sys.stdin.isatty():
        raise LockedError("the words are locked: give a key holder's --passphrase-file")
    return getpass.getpass("Key holder's passphrase: ")


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
