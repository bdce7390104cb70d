"""What is said of a model: what taught it, what it reached on held-out answers, code by code."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from analysis.coding.learning.model import Floats, Model
from analysis.coding.learning.thresholds import (
    FIRES,
    expected_calibration_error,
    held_out_confidence,
    weighed,
)
from analysis.coding.learning.training import HeldOut
from analysis.coding.learning.trust import log_odds
from analysis.definitions.codebook import Codebook
from analysis.jobs.learning.scores import code_f1, f1_ranges, macro_f1, micro_f1

_PARTS = 5  # of the held-out answers: each part's confidence is calibrated by the other four


def describe_model(
    name: str, model: Model, held: HeldOut, codebook: Codebook, seed: int, day: date
) -> dict[str, Any]:
    """Return a model's card as plain values; a score is of answers that did not teach it."""
    given = held.probability >= model.thresholds
    phrases = held.phrases >= FIRES
    sure = _confidence(held, model)[given]
    low, high = f1_ranges(given, held.truth, seed)
    rows = zip(
        codebook.codes,
        held.truth.sum(axis=0).tolist(),
        code_f1(given, held.truth).tolist(),
        low.tolist(),
        high.tolist(),
        code_f1(phrases, held.truth).tolist(),
        held.beaten.tolist(),
        strict=True,
    )
    return {
        "name": name,
        "made_on": day.isoformat(),
        "codebook": {"version": codebook.version, "hash": codebook.hash},
        "encoder": model.encoder,
        "seed": seed,
        "decisions": len(held.truth),
        "micro_f1": _round(micro_f1(given, held.truth)),
        "macro_f1": _round(macro_f1(given, held.truth)),
        "phrases_micro_f1": _round(micro_f1(phrases, held.truth)),
        "calibration_error": _round(expected_calibration_error(sure, held.truth[given])),
        "given": len(sure),
        "codes": {
            code.id: {
                "label": code.label,
                "decisions": positives,
                "f1": _round(f1),
                "low": _round(from_),
                "high": _round(to),
                "phrases_f1": _round(before),
                "uses": "first share" if beaten else "share by decisions",
            }
            for code, positives, f1, from_, to, before, beaten in rows
        },
    }


def _confidence(held: HeldOut, model: Model) -> Floats:
    """Return how sure people would have been, shape (answers, codes); 0 of what does not count."""
    counts = weighed(held.probability, model.thresholds)
    odds, part = log_odds(held.probability[counts]), np.nonzero(counts)[0] % _PARTS
    sure = np.zeros(counts.shape)
    sure[counts] = held_out_confidence(odds, held.truth[counts], part, held.sure)
    return sure


def _round(value: float) -> float:
    return round(float(np.nan_to_num(value)), 4)


def card_files(card: Mapping[str, Any]) -> dict[str, str]:
    """Return the card as a file for programs and a file for people."""
    return {
        "card.json": json.dumps(card, ensure_ascii=False, indent=1) + "\n",
        "card.md": "\n".join([*_beginning(card), *_table(card)]) + "\n",
    }


def _beginning(card: Mapping[str, Any]) -> list[str]:
    book = card["codebook"]
    return [
        f"# Coder {card['name']}",
        "",
        f"Made on {card['made_on']} from {card['decisions']} answers that people had coded, with"
        f" codebook version {book['version']} ({book['hash']}), seed {card['seed']}, sentence"
        f" encoder: {card['encoder'] or 'none'}.",
        "",
        "It suggests codes to people who decide. It holds no answer; a word is kept only if two"
        " answers share it or the codebook has it. Scores are of answers that did not teach it"
        " (five parts, each held out once).",
        "",
        f"All codes together: F1 {card['micro_f1']:.2f}; phrases alone"
        f" {card['phrases_micro_f1']:.2f}. Mean over codes: {card['macro_f1']:.2f}. The confidence"
        f" that is shown lies {card['calibration_error']:.2f} from what came true, on average over"
        f" {card['given']} codes that were given.",
        "",
        *_gate(card),
    ]


def _gate(card: Mapping[str, Any]) -> list[str]:
    gate = card.get("gate")
    if gate is None:
        return []
    kept = ", ".join(gate["kept"]) or "none"
    return [
        f"The model in use was {gate['against']}. On {gate['judged_by']} answers that had taught"
        f" neither, it knew as much of these codes and keeps them: {kept}.",
        "",
    ]


def _table(card: Mapping[str, Any]) -> list[str]:
    head = [
        "| code | label | decisions | F1 | range | phrases alone | uses |",
        "|---|---|---|---|---|---|---|",
    ]
    return head + [
        f"| {code} | {said['label']} | {said['decisions']} | {said['f1']:.2f} |"
        f" {said['low']:.2f}-{said['high']:.2f} | {said['phrases_f1']:.2f} | {said['uses']} |"
        for code, said in card["codes"].items()
    ]
