"""How many texts of twelve words are redacted and coded a second, on one core."""

import tomllib
from collections.abc import Iterator
from time import process_time

from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.coding.redaction.redact import redact
from analysis.definitions.codebook import load_codebook
from analysis.definitions.council import load_council
from analysis.words import Words
from tests.benchmarks.figures import Figure
from tests.benchmarks.folders import SURVEY

TEXTS = 4_000
WORDS = 12


def coding_figures() -> Iterator[Figure]:
    """Yield texts a second with and without the redaction before."""
    coder = PhraseCoder(load_codebook(SURVEY))
    names = council_names(load_council(SURVEY))
    made_up = made_up_texts()
    texts = [next(made_up) for _ in range(TEXTS)]
    redacted = [redact(Words(text), names).text for text in texts]
    began = process_time()
    for text in redacted:
        coder.code(text, "mixed")
    coded = process_time() - began
    began = process_time()
    for text in texts:
        coder.code(redact(Words(text), names).text, "mixed")
    both = process_time() - began
    yield Figure("texts of 12 words coded", TEXTS / coded, "a second", 2000, at_least=True)
    yield Figure("texts of 12 words redacted and coded", TEXTS / both, "a second")


def made_up_texts() -> Iterator[str]:
    """Yield what the made-up families write, cut into twelve words; each round is cut elsewhere."""
    files = sorted((SURVEY / "made-up" / "voices").glob("*.toml"))
    voices = [said for file in files for said in tomllib.loads(file.read_text())["said"]]
    words = " ".join(text for said in voices for text in said["texts"]).split()
    for shift in range(WORDS):
        for start in range(shift, len(words) - WORDS, WORDS):
            yield " ".join(words[start : start + WORDS])
