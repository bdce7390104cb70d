"""Commands that bring answers in, and codes to them."""

import argparse
import sys
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from analysis.cli.options import (
    data_option,
    encoder_option,
    json_option,
    new_passphrase,
    passphrase_of,
    passphrase_option,
    progress,
    survey_of,
    survey_option,
    tell,
    write_json,
)
from analysis.errors import ProjectError


def run_check(options: argparse.Namespace) -> None:
    """Check a survey folder."""
    from analysis.jobs.check import check

    found = check(options.survey)
    if options.json:
        write_json(options.json, found)
    counts = [f"{len(found[part])} {part}" for part in ("items", "aims", "stages", "settings")]
    print(
        f"{options.survey}: {', '.join(counts)}, {len(found['codes'])} codes. All holds together."
    )
    for name in found["placeholders"]:
        print(f"still a placeholder: {name}")


def fill_check(command: argparse.ArgumentParser) -> None:
    """Declare what check takes."""
    command.add_argument("survey", type=Path, metavar="SURVEY_FOLDER")
    json_option(command)


def run_init(options: argparse.Namespace) -> None:
    """Make a data folder."""
    from analysis.definitions.loading import default_folder
    from analysis.jobs.init import first_accounts, init

    survey = options.survey or default_folder()
    passphrase = new_passphrase(options)
    recovery = init(options.data, survey, passphrase, options.holder)
    print(f"Made {options.data} for {survey}.")
    print(f"Recovery code, shown once and kept nowhere; write it down: {recovery}")
    for username, password in first_accounts(options.data):
        print(f"Sign-in, shown once: {username} / {password} (change it at /password)")


def fill_init(command: argparse.ArgumentParser) -> None:
    """Declare what init takes."""
    passphrase_option(command)
    survey_option(command)
    command.add_argument("--holder", default="first key holder", help="who holds the key")


def run_import_responses(options: argparse.Namespace) -> None:
    """Take in a file of answers."""
    from analysis.jobs.import_responses import import_responses
    from analysis.jobs.init import open_data

    found = import_responses(open_data(options.data), options.file)
    for warning in found.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    print(f"{found.responses} responses stored.")


def fill_file(command: argparse.ArgumentParser) -> None:
    """Declare a file and the data folder."""
    command.add_argument("file", type=Path, metavar="FILE")
    data_option(command)


def run_invitations(options: argparse.Namespace) -> None:
    """Make a link for each setting."""
    from analysis.jobs.init import open_data
    from analysis.jobs.invitations import invitations

    today = datetime.now(UTC).date()
    folder = open_data(options.data)
    number = invitations(folder, options.file, options.channel, options.site, today)
    print(f"{number} links written, one a setting. The codes are kept nowhere else.")


def fill_invitations(command: argparse.ArgumentParser) -> None:
    """Declare what invitations takes."""
    command.add_argument("file", type=Path, metavar="OUT.csv")
    command.add_argument("--channel", default="link", help="link, qr, paper or phone")
    command.add_argument("--site", default="", help="the address families open: https://...")
    data_option(command)


def run_redact(options: argparse.Namespace) -> None:
    """Redact a file of texts."""
    from analysis.jobs.redact import redact_file

    redact_file(options.source, options.target, survey_of(options))


def run_code(options: argparse.Namespace) -> None:
    """Code a file of texts or, without one, the answers in store."""
    if options.source is None:
        _code_answers(options)
        return
    from analysis.jobs.code import code_file
    from analysis.jobs.learning.starting import ENCODED_UP_TO, make_coder

    if options.target is None:
        raise ProjectError("code: found one file, expected IN.jsonl and OUT.jsonl")
    encode = options.encoder
    if encode is None:
        encode = _has_at_most(options.source, ENCODED_UP_TO)
    made = partial(make_coder, options.coder, day=datetime.now(UTC).date(), encode=encode, say=tell)
    read = code_file(options.source, options.target, survey_of(options), made, progress("coding"))
    print(f"{read} texts coded.")


def _has_at_most(path: Path, most: int) -> bool:
    """Tell whether a file has so few lines, without reading on when it has more."""
    if not path.is_file():
        return True
    with path.open("rb") as lines:
        return sum(1 for _ in islice(lines, most + 1)) <= most


def _code_answers(options: argparse.Namespace) -> None:
    from analysis.coding.flags import NOTHING_GOOD, NOTHING_WRONG
    from analysis.jobs.code_answers import code_answers
    from analysis.jobs.init import open_data
    from analysis.store.desk.codings import count_flags
    from analysis.store.desk.door import open_desk
    from analysis.store.desk.vault import unlock

    desk = open_desk(open_data(options.data))
    vault = unlock(desk, passphrase_of(options))
    number = code_answers(desk, vault, progress("coding"), options.encoder)
    print(f"{number} texts coded.")
    flags = count_flags(desk.db)
    print(
        f"Of all texts in store {flags.get('off-topic', 0)} say nothing and have no theme: nothing"
        f" was wrong {flags.get(NOTHING_WRONG, 0)}, nothing was good {flags.get(NOTHING_GOOD, 0)}."
    )


def fill_texts(command: argparse.ArgumentParser) -> None:
    """Declare a file of texts and one to write."""
    command.add_argument("source", type=Path, metavar="IN.jsonl")
    command.add_argument("target", type=Path, metavar="OUT.jsonl")
    survey_option(command)


def fill_code(command: argparse.ArgumentParser) -> None:
    """Declare what code takes."""
    command.add_argument("source", type=Path, metavar="IN.jsonl", nargs="?")
    command.add_argument("target", type=Path, metavar="OUT.jsonl", nargs="?")
    survey_option(command)
    command.add_argument(
        "--coder", default="hybrid", help="phrases, hybrid, or the folder of a trained model"
    )
    encoder_option(command)
    passphrase_option(command)
