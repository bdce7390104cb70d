"""The command line: each command parses, calls one job and shows what came back."""

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis.errors import LockedError, ProjectError
from analysis.report import Audience
from analysis.version import VERSION

DATA = Path("data")
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
    except (ProjectError, OSError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    return 0


def make_parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (help_, fill, run) in COMMANDS.items():
        command = commands.add_parser(name, help=help_, description=help_)
        fill(command)
        command.set_defaults(run=run)
    return parser


def _data(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=Path, default=DATA, help="the data folder")


def _json(command: argparse.ArgumentParser, required: bool = False) -> None:
    command.add_argument("--json", type=Path, required=required, help="the file to write")


def _write(path: Path, content: Any) -> None:
    """Write a file whole or not at all."""
    begun = path.with_name(f".{path.name}.begun")
    begun.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    begun.replace(path)


def _survey(options: argparse.Namespace) -> Path:
    """Return the survey folder that was named, else the only one there is."""
    from analysis.definitions.loading import default_folder

    return options.survey or default_folder()


def _passphrase(options: argparse.Namespace) -> str:
    """Return a key holder's passphrase from a file or, where a person sits, asked for."""
    if options.passphrase_file:
        return Path(options.passphrase_file).read_text(encoding="utf-8").strip()
    if not sys.stdin.isatty():
        raise LockedError("the words are locked: give a key holder's --passphrase-file")
    return getpass.getpass("Key holder's passphrase: ")


def _passphrase_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--passphrase-file", type=Path, help="a file with the passphrase")


def _check(options: argparse.Namespace) -> None:
    from analysis.jobs.check import check

    found = check(options.survey)
    if options.json:
        _write(options.json, found)
    counts = [f"{len(found[part])} {part}" for part in ("items", "aims", "stages", "settings")]
    print(
        f"{options.survey}: {', '.join(counts)}, {len(found['codes'])} codes. All holds together."
    )
    for name in found["placeholders"]:
        print(f"still a placeholder: {name}")


def _fill_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("survey", type=Path, metavar="SURVEY_FOLDER")
    _json(command)


def _init(options: argparse.Namespace) -> None:
    from analysis.jobs.init import init

    passphrase = options.passphrase_file and _passphrase(options)
    if not passphrase:
        passphrase = getpass.getpass("A passphrase for the first key holder: ")
        if passphrase != getpass.getpass("The same again: "):
            raise ProjectError("the two passphrases differ: nothing was made")
    survey = _survey(options)
    recovery = init(options.data, survey, passphrase, options.holder)
    print(f"Made {options.data} for {survey}.")
    print(f"Recovery code, shown once and kept nowhere; write it down: {recovery}")


def _fill_init(command: argparse.ArgumentParser) -> None:
    _data(command)
    _passphrase_option(command)
    command.add_argument("--survey", type=Path, default=None, help="the survey folder")
    command.add_argument("--holder", default="first key holder", help="who holds the key")


def _import_responses(options: argparse.Namespace) -> None:
    from analysis.jobs.import_responses import import_responses
    from analysis.jobs.init import open_data

    found = import_responses(open_data(options.data), options.file)
    for warning in found.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    print(f"{found.responses} responses stored.")


def _fill_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    _data(command)


def _compare(options: argparse.Namespace) -> None:
    from analysis.jobs.compare import compare
    from analysis.jobs.init import open_data

    rows = compare(open_data(options.data), Audience(options.audience), datetime.now(UTC))
    _write(options.json, rows)
    for row in rows:
        if row["headline"]:
            print(f"{row['aim']}: {row['sentence']}")


def _fill_compare(command: argparse.ArgumentParser) -> None:
    _data(command)
    _json(command, required=True)
    command.add_argument("--audience", choices=[a.value for a in Audience], default="forum")


def _journey(options: argparse.Namespace) -> None:
    from analysis.jobs.init import open_data
    from analysis.jobs.journey import journey

    _write(options.json, journey(open_data(options.data), datetime.now(UTC)))


def _fill_journey(command: argparse.ArgumentParser) -> None:
    _data(command)
    _json(command, required=True)


def _redact(options: argparse.Namespace) -> None:
    from analysis.jobs.redact import redact_file

    redact_file(options.source, options.target, _survey(options))


def _code(options: argparse.Namespace) -> None:
    if options.source is None:
        _code_answers(options)
        return
    from analysis.jobs.code import code_file

    if options.target is None:
        raise ProjectError("code: found one file, expected IN.jsonl and OUT.jsonl")
    code_file(options.source, options.target, _survey(options), options.coder)


def _code_answers(options: argparse.Namespace) -> None:
    from analysis.jobs.code_answers import code_answers
    from analysis.jobs.init import open_data
    from analysis.store.desk.door import open_desk
    from analysis.store.desk.vault import unlock

    desk = open_desk(open_data(options.data))
    number = code_answers(desk, unlock(desk, _passphrase(options)), _progress("coding"))
    print(f"{number} texts coded.")


def _progress(what: str) -> Callable[[int, int], None]:
    def say(done: int, of: int) -> None:
        print(f"{what}: {done} of {of}", file=sys.stderr)

    return say


def _fill_texts(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", type=Path, metavar="IN.jsonl")
    command.add_argument("target", type=Path, metavar="OUT.jsonl")
    command.add_argument("--survey", type=Path, default=None, help="the survey folder")


def _fill_code(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", type=Path, metavar="IN.jsonl", nargs="?")
    command.add_argument("target", type=Path, metavar="OUT.jsonl", nargs="?")
    command.add_argument("--survey", type=Path, default=None, help="the survey folder")
    command.add_argument("--coder", default="phrases", help="the name of a coder")
    _data(command)
    _passphrase_option(command)


Fill = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], None]
COMMANDS: dict[str, tuple[str, Fill, Run]] = {
    "check": ("check a survey folder and say what it holds", _fill_check, _check),
    "init": ("make an empty data folder with its keys", _fill_init, _init),
    "import-responses": ("take in a file of answers", _fill_file, _import_responses),
    "redact": ("take personal details out of texts", _fill_texts, _redact),
    "code": ("code texts of a file or, without files, the answers in store", _fill_code, _code),
    "compare": ("compare the two processes, measure by measure", _fill_compare, _compare),
    "journey": ("say at which stages families met problems", _fill_journey, _journey),
}
