"""The command line: each command parses, calls one job and shows what came back."""

import argparse
import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from analysis.cli import answers, coders, results, revising
from analysis.cli.options import DATA, data_option
from analysis.errors import LockedError, ProjectError
from analysis.version import VERSION

LOCKED, REFUSED = 3, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 2 for what was refused, 3 for words that are locked."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    try:
        options.run(options)
    except LockedError as error:
        print(error, file=sys.stderr)
        return LOCKED
    except OSError as error:
        print(f"{error.filename}: {error.strerror}" if error.filename else error, file=sys.stderr)
        return REFUSED
    except ProjectError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except sqlite3.Error as error:  # kept busy by another command, damaged, or on a full disk
        print(f"{options.data}: the database can't be used now: {error}", file=sys.stderr)
        return REFUSED
    return 0


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with what was typed."""

    def error(self, message: str) -> NoReturn:
        """Say it, and end."""
        self.exit(REFUSED, f"{self.prog}: {message} (--help says more)\n")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    parser = Parser(prog="python -m analysis", description=__doc__)
    parser.add_argument("--version", action="version", version=VERSION)
    parser.add_argument(
        "--data", type=Path, metavar="FOLDER", default=DATA, help="the data folder, also after it"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (help_, fill, run) in COMMANDS.items():
        command = commands.add_parser(name, help=help_, description=help_)
        fill(command)
        command.set_defaults(run=run)
    return parser


Fill = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], None]
COMMANDS: dict[str, tuple[str, Fill, Run]] = {
    "check": (
        "check a survey folder and say what it holds",
        answers.fill_check,
        answers.run_check,
    ),
    "init": ("make an empty data folder with its keys", answers.fill_init, answers.run_init),
    "import-responses": (
        "take in a file of answers",
        answers.fill_file,
        answers.run_import_responses,
    ),
    "invitations": (
        "write a link for each setting, to be sent to its families",
        answers.fill_invitations,
        answers.run_invitations,
    ),
    "redact": ("take personal details out of texts", answers.fill_texts, answers.run_redact),
    "code": (
        "code texts of a file or, without files, the answers in store",
        answers.fill_code,
        answers.run_code,
    ),
    "import-codings": (
        "take in what a person coded",
        coders.fill_import_codings,
        coders.run_import_codings,
    ),
    "train": ("teach a coder from people's decisions", coders.fill_train, coders.run_train),
    "models": (
        "list the models of a data folder, or put one to use",
        coders.fill_models,
        coders.run_models,
    ),
    "evaluate": (
        "measure coders on public comments",
        coders.fill_evaluate,
        coders.run_evaluate,
    ),
    "ladder": (
        "measure what each part of the coder adds, on coded texts",
        coders.fill_ladder,
        coders.run_ladder,
    ),
    "themes": (
        "propose themes among what no code fits",
        coders.fill_themes,
        coders.run_themes,
    ),
    "agreement": (
        "say how far two coders agree",
        coders.fill_agreement,
        coders.run_agreement,
    ),
    "audit": ("verify the chain of acts", coders.fill_audit, coders.run_audit),
    "diff": (
        "say what changed between two versions of a survey",
        revising.fill_diff,
        revising.run_diff,
    ),
    "lock-criteria": (
        "keep what was agreed, so that a later change shows",
        revising.fill_lock_criteria,
        revising.run_lock_criteria,
    ),
    "compare": (
        "compare the two processes, measure by measure",
        results.fill_compare,
        results.run_compare,
    ),
    "journey": (
        "say at which stages families met problems",
        results.fill_json,
        results.run_journey,
    ),
    "annex": (
        "write what the models behind the comparison say, for those who know statistics",
        results.fill_json,
        results.run_annex,
    ),
    "export": ("write a file to take away", results.fill_export, results.run_export),
    "sign-off": (
        "agree, for one party, to what the public will see",
        results.fill_sign_off,
        results.run_sign_off,
    ),
    "publish": (
        "write the public pages that every party agreed to",
        results.fill_publish,
        results.run_publish,
    ),
    "digest": ("print the published results as plain text", data_option, results.run_digest),
}
