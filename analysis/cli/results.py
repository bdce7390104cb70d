"""Commands that show what was found, and let it out."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from analysis.cli.options import data_option, json_option, write_json
from analysis.report import Audience, Stamp
from analysis.reporting.files.formats import FORMATS
from analysis.store.layout import DataFolder

RESEARCH = "research"


def run_compare(options: argparse.Namespace) -> None:
    """Write the comparison and say the aims."""
    from analysis.jobs.init import open_data
    from analysis.jobs.rebuild import rebuild
    from analysis.jobs.sharing.taking import taken
    from analysis.reporting.plain_rows import comparison_rows

    folder, now = open_data(options.data), datetime.now(UTC)
    report = rebuild(folder, now)[Audience(options.audience)]
    rows = list(comparison_rows(report))
    with taken(folder, now.date(), "compare", report.stamp.snapshot):
        write_json(options.json, rows)
    for row in rows:
        if row["headline"]:
            print(f"{row['aim']}: {row['sentence']}")


def fill_compare(command: argparse.ArgumentParser) -> None:
    """Declare what compare takes."""
    data_option(command)
    json_option(command, required=True)
    command.add_argument("--audience", choices=[a.value for a in Audience], default="forum")


def run_journey(options: argparse.Namespace) -> None:
    """Write the stages."""
    from analysis.jobs.init import open_data
    from analysis.jobs.rebuild import rebuild
    from analysis.jobs.sharing.taking import taken
    from analysis.reporting.plain_rows import journey_table

    folder, now = open_data(options.data), datetime.now(UTC)
    report = rebuild(folder, now)[Audience.FORUM]
    with taken(folder, now.date(), "journey", report.stamp.snapshot):
        write_json(options.json, journey_table(report))


def fill_json(command: argparse.ArgumentParser) -> None:
    """Declare what journey and annex take."""
    data_option(command)
    json_option(command, required=True)


def run_annex(options: argparse.Namespace) -> None:
    """Write what the models behind the comparison say."""
    from analysis.definitions.loading import load_survey
    from analysis.jobs.init import open_data
    from analysis.jobs.rebuild import rebuild
    from analysis.jobs.sharing.annex import annex
    from analysis.jobs.sharing.taking import taken
    from analysis.reporting.files.annex import annex_file

    folder, now = open_data(options.data), datetime.now(UTC)
    report = rebuild(folder, now)[Audience.FORUM]
    found = annex_file(annex(folder, report), report, load_survey(folder.survey))
    with taken(folder, now.date(), "annex", report.stamp.snapshot):
        write_json(options.json, found)
    print(f"{options.json}: {len(found['measures'])} measures, {_of(report.stamp)}.")


def run_export(options: argparse.Namespace) -> None:
    """Write a file to take away."""
    from analysis.jobs.init import open_data

    folder = open_data(options.data)
    if options.kind == RESEARCH:
        _release_research(folder, options.out)
        return
    from analysis.jobs.sharing.export import export

    audience, today = Audience(options.audience), datetime.now(UTC).date()
    stamp = export(folder, options.kind, options.out, audience, today).report.stamp
    print(f"{options.out}: {options.kind}, for {stamp.audience}, {_of(stamp)}.")


def _release_research(folder: DataFolder, out: Path) -> None:
    from analysis.jobs.sharing.research import research

    released = research(folder, out, datetime.now(UTC))
    print(
        f"{out}: {len(released.rows)} rows of families who agreed, none of their words."
        f" Every row is like at least {released.smallest - 1} others; no answer is shown that"
        " all of such a group gave, or all but one. Pass it on to those alone who were named."
    )


def fill_export(command: argparse.ArgumentParser) -> None:
    """Declare what export takes."""
    command.add_argument("kind", choices=[*FORMATS, RESEARCH], metavar="KIND", help=_kinds())
    command.add_argument("out", type=Path, metavar="OUT")
    data_option(command)
    command.add_argument("--audience", choices=[a.value for a in Audience], default="forum")


def _kinds() -> str:
    kinds = [f"{name} ({kind.says})" for name, kind in FORMATS.items()]
    return "; ".join([*kinds, f"{RESEARCH} (rows without words, of families who agreed)"])


def run_sign_off(options: argparse.Namespace) -> None:
    """Keep one party's agreement."""
    from analysis.jobs.init import open_data
    from analysis.jobs.sharing.sign_off import sign_off

    today = datetime.now(UTC).date()
    missing = sign_off(open_data(options.data), options.party, options.by, today)
    print(f"Signed for {options.party} by {options.by}.")
    print(f"Still to sign: {', '.join(missing)}." if missing else "Ready to be published.")


def fill_sign_off(command: argparse.ArgumentParser) -> None:
    """Declare what sign-off takes."""
    command.add_argument("party", help="one of sign_offs in council.toml")
    command.add_argument("--by", required=True, help="who agreed for the party")
    data_option(command)


def run_publish(options: argparse.Namespace) -> None:
    """Write the public pages."""
    from analysis.jobs.init import open_data
    from analysis.jobs.sharing.publish import publish

    folder = open_data(options.data)
    stamp = publish(folder, options.out, datetime.now(UTC).date()).report.stamp
    print(f"{options.out}: the public pages, {_of(stamp)}.")


def fill_publish(command: argparse.ArgumentParser) -> None:
    """Declare what publish takes."""
    command.add_argument("out", type=Path, metavar="OUT_FOLDER")
    data_option(command)


def run_digest(options: argparse.Namespace) -> None:
    """Print the published results as plain text."""
    from analysis.jobs.init import open_data
    from analysis.jobs.sharing.digest import digest
    from analysis.jobs.sharing.taking import note_given

    folder = open_data(options.data)
    snapshot, text = digest(folder)
    note_given(folder, datetime.now(UTC).date(), "digest", snapshot.id)
    print(text, end="")


def _of(stamp: Stamp) -> str:
    made_up = "MADE-UP ANSWERS, " if stamp.made_up else ""
    return f"{made_up}snapshot {stamp.snapshot}"
