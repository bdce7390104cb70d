"""What the queue gains: comments that it chooses against comments drawn at random."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.rows import Answer, read_answer
from analysis.coding.learning.training import HeldOut, Trainer
from analysis.coding.queue import Waiting, what_next
from analysis.definitions.codebook import load_codebook
from analysis.jobs.learning.measuring.held_out import code_test, score_test
from analysis.jobs.learning.measuring.public_comments import CODEBOOK, PublicComments, read_comments

BY_QUEUE, BY_CHANCE = "hybrid, chosen by the queue", "hybrid, drawn at random"

Places = NDArray[np.int_]


class Plan(NamedTuple):
    """How many comments are read at random first, and how many in each of so many steps."""

    first: int = 100
    step: int = 100
    steps: int = 3


PLAN = Plan()


def simulate(path: Path, seed: int, plan: Plan = PLAN) -> Iterator[dict[str, Any]]:
    """Yield scores as decisions grow, both ways from the same random start."""
    comments, codebook = read_comments(path), load_codebook(CODEBOOK)
    trainer = Trainer(codebook, None)
    order = np.random.default_rng(seed).permutation(comments.train)
    for way in (BY_QUEUE, BY_CHANCE):
        taught = order[: plan.first]
        for step in range(plan.steps + 1):
            model, held = trainer.train([*comments.decisions(taught)], seed)
            coder = HybridCoder(codebook, model, None, way)
            scores = score_test(comments, code_test(comments, coder) >= 0)
            yield {"coder": way, "labels": len(taught), "seed": seed, **scores}
            if step < plan.steps:
                left = order[~np.isin(order, taught)]
                chosen = way == BY_QUEUE
                more = _ask(comments, coder, held, left, seed, plan.step) if chosen else left
                taught = np.concatenate([taught, more[: plan.step]])


def _ask(
    comments: PublicComments,
    coder: HybridCoder,
    held: HeldOut,
    left: Places,
    seed: int,
    most: int,
) -> Places:
    """Return what the queue would have read next, of comments without a label."""
    read = [
        (place, read_answer(coder.reader, one.text, one.tone))
        for place, one in zip(left.tolist(), comments.decisions(left), strict=True)
    ]
    known = [(place, answer) for place, answer in read if answer is not None]
    waiting = Waiting(
        ids=[place for place, _ in known],
        processes=["all"] * len(known),
        probability=np.array([coder.probabilities(one).max(axis=0) for _, one in known]),
        points=_points(coder, [answer for _, answer in known]),
    )
    decided = held.truth.sum(axis=0).astype(float)
    found = what_next(waiting, coder.model.thresholds, decided, {}, 0, most, seed)
    return np.array([one.id for one in found])


def _points(coder: HybridCoder, answers: list[Answer]) -> NDArray[np.float64]:
    """Return what the answers' features say is alike, brought to few directions."""
    from sklearn.random_projection import GaussianRandomProjection

    features = coder.model.features
    rows = features.matrix([features.row(answer.whole.words) for answer in answers])
    points = GaussianRandomProjection(64, random_state=0).fit_transform(rows)
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9))
