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
from analysis.coding.learning.thresholds import expected_calibration_error
from analysis.coding.learning.training import Trainer
from analysis.definitions.codebook import load_codebook
from analysis.jobs.learning.measuring.held_out import Floats, Given, code_test, score_test
from analysis.jobs.learning.measuring.public_comments import CODEBOOK, PublicComments, read_comments
from analysis.jobs.learning.measuring.recipe import code_by_recipe

RECIPE, ASKED = "recipe", "recipe with question"
HYBRID, ENCODED = "hybrid", "hybrid with encoder"
ALL, NONE = "all", "0"  # with no label the recipe cannot begin


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
    ours = [HYBRID, *([ENCODED] if load_encoder() else [])]
    for number in labels:
        for seed in range(1, 2 if number in (ALL, NONE) else seeds + 1):
            for coder in ours if number == NONE else [RECIPE, ASKED, *ours]:
                yield Task(path, coder, number, seed)


def measure(task: Task) -> dict[str, Any]:
    """Return what one coder reached, with the seconds and the memory that it took."""
    comments = read_comments(task.path)
    taught = _draw(comments, task)
    began = time.perf_counter()
    if task.coder in (RECIPE, ASKED):
        scores = score_test(comments, _by_recipe(comments, taught, task))
    else:
        sure = _code(comments, taught, task)
        scores = score_test(comments, sure >= 0) | _calibration(comments, sure)
    seconds = time.perf_counter() - began
    return {
        "coder": task.coder,
        "labels": len(taught),
        "seed": task.seed,
        **scores,
        "seconds": round(seconds, 1),
        "peak_mb": round(_peak_mb()),
    }


def _draw(comments: PublicComments, task: Task) -> NDArray[np.int_]:
    if task.labels == ALL:
        return comments.train
    number = min(int(task.labels), len(comments.train))
    return np.random.default_rng(task.seed).choice(comments.train, number, replace=False)


def _by_recipe(comments: PublicComments, taught: NDArray[np.int_], task: Task) -> Given:
    parts = (taught, comments.test)
    known, asked = ([(comments.texts[n], comments.tones[n]) for n in part] for part in parts)
    return code_by_recipe(known, comments.truth[taught], asked, task.coder == ASKED)


def _code(comments: PublicComments, taught: NDArray[np.int_], task: Task) -> Floats:
    codebook = load_codebook(CODEBOOK)
    encoder = load_encoder() if task.coder == ENCODED else None
    model, _ = Trainer(codebook, encoder).train([*comments.decisions(taught)], task.seed)
    return code_test(comments, HybridCoder(codebook, model, encoder, task.coder))


def _calibration(comments: PublicComments, sure: Floats) -> dict[str, float]:
    """Return how far confidence lies from what came true, of all rows and of the novel ones."""
    right = comments.truth[comments.test]
    given = {"": sure >= 0, "novel_": (sure >= 0) & comments.novel[:, None]}
    return {
        f"{part}calibration_error": expected_calibration_error(sure[here], right[here])
        for part, here in given.items()
    }


def _peak_mb() -> float:
    """Return the most memory that this process has held."""
    try:
        import resource
    except ImportError:  # a system that does not tell
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
