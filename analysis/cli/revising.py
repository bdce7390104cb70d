"""Commands for a survey that changes, and for what was agreed beforehand."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from analysis.cli.options import data_option


def run_diff(options: argparse.Namespace) -> None:
    """Print what changed between two versions."""
    from analysis.jobs.revising.diff import diff

    for line in diff(options.old, options.new):
        print(line)


def fill_diff(command: argparse.ArgumentParser) -> None:
    """Declare what diff takes."""
    command.add_argument("old", type=Path, metavar="OLD", help="a survey folder or survey.toml")
    command.add_argument("new", type=Path, metavar="NEW", help="the same, later")


def run_lock_criteria(options: argparse.Namespace) -> None:
    """Keep what was agreed."""
    from analysis.jobs.init import open_data
    from analysis.jobs.revising.lock_criteria import lock_criteria

    is_new = lock_criteria(open_data(options.data), datetime.now(UTC).date())
    print("Locked: a later change will be said on every page." if is_new else "Already locked.")


def fill_lock_criteria(command: argparse.ArgumentParser) -> None:
    """Declare what lock-criteria takes."""
    data_option(command)
