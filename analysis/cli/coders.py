"""Commands about coders, people and programs."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from analysis.cli.options import data_option, json_option, write_json


def run_import_codings(options: argparse.Namespace) -> None:
    """Take in what a person coded."""
    from analysis.jobs.coders.import_codings import import_codings
    from analysis.jobs.init import open_data

    number = import_codings(open_data(options.data), options.file, datetime.now(UTC).date())
    print(f"{number} texts stored as a person coded them.")


def fill_import_codings(command: argparse.ArgumentParser) -> None:
    """Declare what import-codings takes."""
    command.add_argument("file", type=Path, metavar="FILE.jsonl")
    data_option(command)


def run_agreement(options: argparse.Namespace) -> None:
    """Compare two coders."""
    from analysis.jobs.coders.agreement import agreement

    found = agreement(options.first, options.second)
    write_json(options.json, found)
    overall = found["overall"]
    if overall["alpha"] is not None:
        print(f"{overall['n']} texts coded by either: alpha {overall['alpha']:.2f}")


def fill_agreement(command: argparse.ArgumentParser) -> None:
    """Declare what agreement takes."""
    command.add_argument("first", type=Path, metavar="A.jsonl")
    command.add_argument("second", type=Path, metavar="B.jsonl")
    json_option(command, required=True)


def run_audit(options: argparse.Namespace) -> None:
    """Walk the audit chain."""
    from analysis.jobs.init import open_data
    from analysis.store import audit
    from analysis.store.desk.door import open_desk

    desk = open_desk(open_data(options.data))
    print(f"{audit.verify(desk.db, desk.audit_key)} acts in an unbroken chain.")


def fill_audit(command: argparse.ArgumentParser) -> None:
    """Declare what audit takes."""
    command.add_argument("what", choices=["verify"])
    data_option(command)
