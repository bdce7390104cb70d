import os
import shutil
import subprocess
import sys

import pytest

import manage


@pytest.fixture
def lock(tmp_path):
    path = tmp_path / "lock.txt"
    path.write_text("flask==3.1.3\n")
    return path


def said(*arguments):
    command = [sys.executable, manage.ROOT / "manage.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["demo", "--no-serve", "--data", "d", "--survey-port", "1", "--staff-port", "2"],
        ["serve", "--data", "d", "--survey-port", "1", "--staff-port", "2"],
        ["test"],
        ["bench", "--json", "f"],
        ["proof", "--short", "--json", "f"],
    ],
)
def test_the_commands_of_the_contract_are_understood(arguments):
    assert manage._parser().parse_args(arguments).command == arguments[0]


def test_an_unknown_argument_is_refused_before_anything_is_set_up():
    refused = said("demo", "--no-such")

    assert refused.returncode == 2
    assert "--no-such" in refused.stderr
    assert "set-up" not in refused.stdout


def test_the_launcher_needs_the_standard_library_alone():
    isolated = [sys.executable, "-I", "-S", manage.ROOT / "manage.py", "--help"]

    assert subprocess.run(isolated, capture_output=True).returncode == 0


def test_what_was_installed_whole_is_passed_over(tmp_path, lock):
    manage.stamp(tmp_path / "mark", lock)

    assert manage.is_stamped(tmp_path / "mark", lock)


def test_a_changed_lock_is_installed_again(tmp_path, lock):
    manage.stamp(tmp_path / "mark", lock)
    lock.write_text("flask==3.1.4\n")

    assert not manage.is_stamped(tmp_path / "mark", lock)


def test_what_was_never_finished_is_not_passed_over(tmp_path, lock):
    assert not manage.is_stamped(tmp_path / "mark", lock)


def test_a_program_that_is_not_there_does_not_work(tmp_path):
    assert not manage.works(str(tmp_path / "no-such-program"))


def test_a_program_that_fails_says_what_it_said(capsys):
    assert not manage.works(sys.executable, "-c", "import sys; sys.exit('no network')")
    assert "no network" in capsys.readouterr().err


def test_a_machine_without_venv_is_told_what_to_install(tmp_path):
    shutil.copy(manage.ROOT / "manage.py", tmp_path)
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "__init__.py").write_text("raise SystemExit('No module named venv')")

    told = subprocess.run(
        [sys.executable, tmp_path / "manage.py", "demo"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )

    assert told.returncode == 2
    assert "apt-get install python3-venv" in told.stderr
    assert "Traceback" not in told.stderr
