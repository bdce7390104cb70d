"""evaluate: our coder and the nearest recipe side by side, on public comments."""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.coding.learning.encoder import load_encoder
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.training import Trainer
from analysis.definitions.codebook import load_codebook
from analysis.jobs.learning.public_comments import CODEBOOK, PublicComments, read_comments
from analysis.jobs.learning.recipe import code_by_recipe
from analysis.jobs.learning.scores import macro_f1, micro_f1

RECIPE, ASKED = "recipe", "recipe with question"
HYBRID, ENCODED = "hybrid", "hybrid with encoder"
ALL = "all"
_DID_NOT_ANSWER = "Labelling not possible"

Given = NDArray[np.bool_]


class Task(NamedTuple):
    """One coder taught by so many comments, drawn with a seed."""

    path: Path
    coder: str
    labels: str
    seed: int


def evaluate(
    path: Path,
    labels: Sequence[str],
    seeds: int,
    say: Callable[[Mapping[str, Any]], None] = lambda row: None,
) -> list[dict[str, Any]]:
    """Return a row for each coder, number of labels and seed; `say` hears each as it comes.

    Each runs in a process of its own, so that its memory is its own.
    """
    read_comments(path)  # refused here, not in another process
    rows = []
    for task in _tasks(path, labels, seeds):
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=spawn) as pool:
            row = pool.submit(measure, task).result()
        say(row)
        rows.append(row)
    return rows


def _tasks(path: Path, labels: Sequence[str], seeds: int) -> Iterator[Task]:
    coders = [RECIPE, ASKED, HYBRID, *([ENCODED] if load_encoder() else [])]
    for number in labels:
        for seed in range(1, 2 if number == ALL else seeds + 1):
            for coder in coders:
                yield Task(path, coder, number, seed)


def measure(task: Task) -> dict[str, Any]:
    """Return what one coder reached, with the seconds and the memory that it took."""
    comments = read_comments(task.path)
    taught = _draw(comments, task)
    began = time.perf_counter()
    if task.coder in (RECIPE, ASKED):
        parts = (taught, comments.test)
        known, asked = ([(comments.texts[n], comments.tones[n]) for n in part] for part in parts)
        given = code_by_recipe(known, comments.truth[taught], asked, task.coder == ASKED)
    else:
        given = _code(comments, taught, task)
    seconds = time.perf_counter() - began
    return {
        "coder": task.coder,
        "labels": len(taught),
        "seed": task.seed,
        **score_test(comments, given),
        "seconds": round(seconds, 1),
        "peak_mb": round(_peak_mb()),
    }


def _draw(comments: PublicComments, task: Task) -> NDArray[np.int_]:
    if task.labels == ALL:
        return comments.train
    number = min(int(task.labels), len(comments.train))
    return np.random.default_rng(task.seed).choice(comments.train, number, replace=False)


def _code(comments: PublicComments, taught: NDArray[np.int_], task: Task) -> Given:
    codebook = load_codebook(CODEBOOK)
    encoder = load_encoder() if task.coder == ENCODED else None
    model, _ = Trainer(codebook, encoder).train([*comments.decisions(taught)], task.seed)
    return code_test(comments, HybridCoder(codebook, model, encoder, task.coder))


def code_test(comments: PublicComments, coder: HybridCoder) -> Given:
    """Return the labels that a coder gives to the comments of the test."""
    place = {label: number for number, label in enumerate(comments.labels)}
    asked = [(one.text, one.tone) for one in comments.decisions(comments.test)]
    given = np.zeros((len(asked), len(place)), bool)
    for row, codings in enumerate(coder.code_many(asked)):
        given[row, [place[coding.code] for coding in codings]] = True
    return given


def score_test(comments: PublicComments, given: Given) -> dict[str, float]:
    """Return scores of all rows, of those not met in training, of those that answered."""
    truth = comments.truth[comments.test]
    answered = ~truth[:, comments.labels.index(_DID_NOT_ANSWER)]
    parts = {"": np.ones(len(truth), bool), "novel_": comments.novel, "answered_": answered}
    return {
        f"{part}{name}": round(score(given[rows], truth[rows]), 4)
        for part, rows in parts.items()
        for name, score in (("micro_f1", micro_f1), ("macro_f1", macro_f1))
    }


def _peak_mb() -> float:
    """Return the most memory that this process has held."""
    try:
        import resource
    except ImportError:  # a system that does not tell
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
