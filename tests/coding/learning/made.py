"""Decisions about the bakery of the other tests, made up, and an encoder that needs no weights."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from analysis.coding.language.text import tokenize
from analysis.coding.learning.rows import Decision
from analysis.words import Redacted

BAKED = ("sour", "stale", "burnt", "soft", "warm", "salty", "dry", "fresh")
STOOD = ("ages", "hours", "forever", "rain", "street", "corner", "line", "crowd")


def decision(number: int, text: str, *codes: str, tone: str = "mixed") -> Decision:
    return Decision(str(number), Redacted(text), tone, dict.fromkeys(codes, "-"))


def decisions(number: int = 60) -> list[Decision]:
    """Return decisions in words that the codebook does not have."""
    made = []
    for n in range(number):
        baked, stood = BAKED[n % 8], STOOD[n // 2 % 8]
        if n % 3 == 0:
            made.append(decision(n, f"it tasted {baked} to me", "BR-1"))
        elif n % 3 == 1:
            made.append(decision(n, f"we were there {stood} again", "QU-1"))
        else:
            made.append(decision(n, f"the shop has a blue door number {n}"))
    return made


class HashEncoder:
    """Gives texts that share words points that lie close."""

    name = "hash"

    def __init__(self) -> None:
        self.asked: list[int] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.asked.append(len(texts))
        points = np.full((len(texts), 16), 1e-3, np.float32)
        for row, text in enumerate(texts):
            for token in tokenize(text):
                points[row, crc32(token.word.encode()) % 16] += 1
        return points / np.linalg.norm(points, axis=1, keepdims=True)
