"""Commands about coders, people and programs."""

import argparse
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis.cli.options import (
    data_option,
    encoder_option,
    json_option,
    passphrase_of,
    passphrase_option,
    survey_of,
    survey_option,
    write_json,
)


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


def run_train(options: argparse.Namespace) -> None:
    """Teach a coder from the decisions of a file or, without one, from those in store."""
    if options.folder is None:
        _train_on_store(options, options.source)
        return
    from analysis.jobs.learning.train import train

    day, encode = datetime.now(UTC).date(), options.encoder is not False
    card = train(options.source, options.folder, survey_of(options), day, options.seed, encode)
    _show_taught(options.folder, card)


def _train_on_store(options: argparse.Namespace, model: Path) -> None:
    from analysis.jobs.init import open_data
    from analysis.jobs.learning.train import train_on_store

    day, encode = datetime.now(UTC).date(), options.encoder is not False
    passphrase, folder = passphrase_of(options), open_data(options.data)
    card, left_out = train_on_store(folder, model, passphrase, day, options.seed, encode)
    _show_taught(model, card)
    if left_out:
        print(f"{left_out} texts left out: people gave them a code that is gone.", file=sys.stderr)


def _show_taught(model: Path, card: Mapping[str, Any]) -> None:
    print(
        f"{model}: taught by {card['decisions']} answers. On answers held out: F1"
        f" {card['micro_f1']:.2f}, phrases alone {card['phrases_micro_f1']:.2f}."
    )


def fill_train(command: argparse.ArgumentParser) -> None:
    """Declare what train takes: with one path alone, the decisions in store teach."""
    command.usage = "%(prog)s [IN.jsonl] MODEL_FOLDER [options]"
    command.add_argument("source", type=Path, metavar="IN.jsonl", help="none: those in store")
    folder = command.add_argument("folder", type=Path, metavar="MODEL_FOLDER")
    folder.required = False  # nargs="?" would take no path that comes after an option
    command.add_argument("--seed", type=int, default=1)
    passphrase_option(command)
    survey_option(command)
    encoder_option(command)


def run_models(options: argparse.Namespace) -> None:
    """List the models of a data folder, or put one of them to use."""
    from analysis.definitions.codebook import load_codebook
    from analysis.jobs.init import open_data
    from analysis.jobs.learning.in_use import room_of
    from analysis.jobs.learning.models import list_models, use_model

    folder = open_data(options.data)
    room, codebook = room_of(folder), load_codebook(folder.survey)
    if options.use:
        use_model(room, options.use, codebook)
    for model in list_models(room, codebook):
        mark = "*" if model.in_use else " "
        said = f"{model.made_on}, {model.decisions} decisions, F1 {model.micro_f1:.2f}"
        print(f"{mark} {model.name}: {model.fault or said}")
    print("The one marked * codes the answers in store; with none marked, the codebook alone does.")


def fill_models(command: argparse.ArgumentParser) -> None:
    """Declare what models takes."""
    command.add_argument("--use", metavar="NAME", help="the model to use, or hybrid for none")
    data_option(command)


def run_evaluate(options: argparse.Namespace) -> None:
    """Measure our coder and the nearest recipe on public comments."""
    from analysis.jobs.learning.measuring.evaluate import evaluate
    from analysis.jobs.learning.measuring.simulation import simulate

    rows = evaluate(options.source, options.labels, options.seeds, _show_row)
    if options.queue:
        for seed in range(1, options.seeds + 1):
            rows += [_shown(row) for row in simulate(options.source, seed)]
    write_json(options.json, rows)


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    _show_row(row)
    return row


def _show_row(row: Mapping[str, Any]) -> None:
    cost = f"; {row['seconds']:.0f} s, {row['peak_mb']} MB" if "seconds" in row else ""
    if "calibration_error" in row:
        cost = f"; confidence off by {row['calibration_error']:.3f}{cost}"
    print(
        f"{row['coder']:28} {row['labels']:5} labels, seed {row['seed']}:"
        f" micro {row['micro_f1']:.3f} macro {row['macro_f1']:.3f};"
        f" novel {row['novel_micro_f1']:.3f} {row['novel_macro_f1']:.3f}{cost}"
    )


def fill_evaluate(command: argparse.ArgumentParser) -> None:
    """Declare what evaluate takes."""
    command.add_argument("source", type=Path, metavar="DATA.csv")
    command.add_argument("--labels", type=_numbers, default=_numbers("50,100,200,400,all"))
    command.add_argument("--seeds", type=int, default=3)
    command.add_argument("--queue", action="store_true", help="show what the queue gains too")
    json_option(command, required=True)


def run_ladder(options: argparse.Namespace) -> None:
    """Measure what each part of the coder adds."""
    from analysis.jobs.learning.measuring.ladder import by_examples, ladder

    survey, encode = survey_of(options), options.encoder is not False
    rows = []
    for row in ladder(options.train, options.test, survey, encode):
        rows.append(row)
        _show_step(row["step"], row)
    for row in by_examples(options.test, survey, options.examples, encode):
        rows.append(row)
        _show_step(f"{row['examples']} examples a code, no decision", row)
    write_json(options.json, rows)


def _show_step(name: str, row: Mapping[str, Any]) -> None:
    print(
        f"{name:34} micro {row['micro_f1']:.3f} ({row['low']:.3f} to {row['high']:.3f})"
        f" macro {row['macro_f1']:.3f} themes {row['themes_micro_f1']:.3f}"
    )


def fill_ladder(command: argparse.ArgumentParser) -> None:
    """Declare what ladder takes."""
    command.add_argument("train", type=Path, metavar="TRAIN.jsonl")
    command.add_argument("test", type=Path, metavar="TEST.jsonl")
    survey_option(command)
    command.add_argument(
        "--examples", type=_counts, default=[], help="codebooks with so many examples too"
    )
    encoder_option(command)
    json_option(command, required=True)


def _numbers(said: str) -> list[str]:
    numbers = [number.strip() for number in said.split(",")]
    if all(number == "all" or number.isdigit() for number in numbers):
        return numbers
    raise argparse.ArgumentTypeError(f'found "{said}", expected numbers such as 50,100,all')


def _counts(said: str) -> list[int]:
    return [int(number) for number in _numbers(said) if number != "all"]


def run_themes(options: argparse.Namespace) -> None:
    """Write the groups among the clauses that no code fits."""
    from analysis.jobs.learning.themes import themes

    day, encode = datetime.now(UTC).date(), options.encoder is not False
    groups = themes(options.source, survey_of(options), day, options.coder, encode)
    write_json(options.json, groups)
    for group in groups:
        print(f"{group['size']:4}  {', '.join(group['words'])}")


def fill_themes(command: argparse.ArgumentParser) -> None:
    """Declare what themes takes."""
    command.add_argument("source", type=Path, metavar="IN.jsonl")
    survey_option(command)
    command.add_argument("--coder", default="hybrid", help="whose codes count as fitting")
    encoder_option(command)
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
