"""Serving: each side in a process of its own, and the demonstration."""

import argparse
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from flask import Flask
from waitress import serve as serve_with_threads

from analysis.errors import ProjectError
from app.config import DEFAULT_DATA, Settings

SURVEY_HOST, STAFF_HOST = "127.0.0.1", "localhost"  # two names, so the cookies never share a jar
THREADS = 8
# Only this machine can reach us, so whoever does is the server that speaks https.
BEHIND_HTTPS = {"trusted_proxy": "*", "trusted_proxy_headers": "x-forwarded-proto"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app.run", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, run in (("demo", _demo), ("serve", _serve), ("survey", _survey), ("staff", _staff)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("--data", type=Path, default=DEFAULT_DATA)
        command.add_argument("--survey-port", type=int, default=5000)
        command.add_argument("--staff-port", type=int, default=5001)
        command.add_argument("--live", action="store_true")
        command.add_argument("--no-serve", action="store_true")
    return parser


def _demo(options: argparse.Namespace) -> int:
    from app.demo import make_demo, show_addresses, show_scorecard

    folder = make_demo(options.data)
    show_scorecard(folder)
    if options.no_serve:
        return 0
    survey = f"http://{SURVEY_HOST}:{options.survey_port}/"
    show_addresses(folder, survey, f"http://{STAFF_HOST}:{options.staff_port}/")
    return _serve(options)


def _serve(options: argparse.Namespace) -> int:
    """Run both sides until one ends or we are told to stop."""
    from analysis.store.folder import open_folder

    open_folder(options.data)  # refused here, once, and the tables made before either side starts
    sides = [_start(side, options) for side in ("survey", "staff")]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while all(side.poll() is None for side in sides):
            time.sleep(0.3)
        return next(side.returncode for side in sides if side.returncode is not None)
    except KeyboardInterrupt:
        return 0
    finally:
        for side in sides:
            side.terminate()
        for side in sides:
            side.wait(timeout=20)


def _start(side: str, options: argparse.Namespace) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "app.run", side, "--data", str(options.data)]
    command += ["--survey-port", str(options.survey_port)]
    command += ["--staff-port", str(options.staff_port)]
    return subprocess.Popen([*command, "--live"] if options.live else command)


def _survey(options: argparse.Namespace) -> None:
    from analysis.store.folder import open_folder
    from app.survey.factory import create_survey_app

    app = create_survey_app(open_folder(options.data), _settings(options))
    _listen(app, SURVEY_HOST, options.survey_port, live=options.live)


def _staff(options: argparse.Namespace) -> None:
    """Serve the staff side; a demonstration starts unlocked, and never where families may come."""
    from analysis.jobs.init import open_data
    from app.demo import printed_passphrase
    from app.staff.factory import create_staff_app

    folder = open_data(options.data)
    passphrase = None if options.live else printed_passphrase(folder)
    app = create_staff_app(folder, _settings(options), passphrase)
    _listen(app, STAFF_HOST, options.staff_port, live=options.live)


def _listen(app: Flask, host: str, port: int, *, live: bool) -> None:
    """Serve on this machine; live, the server before us says whether a request came by https."""
    behind = BEHIND_HTTPS if live else {}
    serve_with_threads(app, host=host, port=port, threads=THREADS, ident=None, **behind)


def _settings(options: argparse.Namespace) -> Settings:
    return Settings(data=options.data, live=options.live)


if __name__ == "__main__":
    sys.exit(main())
