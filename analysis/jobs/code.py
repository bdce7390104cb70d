"""code: a file of texts in, a file with their codes out; no store, no key."""

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from analysis.coding.answers import Answer, AnswerReader
from analysis.coding.coder import Coder, merge
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import Codebook, load_codebook
from analysis.definitions.council import load_council
from analysis.definitions.danger import load_danger
from analysis.definitions.loading import load_survey
from analysis.jobs.text_files import read_texts, writing_whole
from analysis.words import Words

ENCODED_UP_TO = 10_000  # texts; above it the sentence encoder has to be asked for
CHUNK = 200  # texts read at once: memory stays the same however long the file is


def code_file(
    source: Path,
    target: Path,
    survey_folder: Path,
    make: Callable[[Codebook], Coder] = PhraseCoder,
    say: Callable[[int], None] = lambda read: None,
) -> int:
    """Write the codes of every text in `source` to `target` and return how many texts there were.

    A line that is not as expected refuses the whole file, and nothing is written. `say` hears how
    many texts were read so far.
    """
    reader, tones = _make_reader(survey_folder, make), _read_tones(survey_folder)
    lines = read_texts(source, "question", "text")
    read = 0
    with writing_whole(target) as out:
        while chunk := [*islice(lines, CHUNK)]:
            written = [(Words(one["text"]), tones.get(one["question"], "mixed")) for one in chunk]
            for line, answer in zip(chunk, reader.read_many(written), strict=True):
                out.write(json.dumps(_coded(line["id"], answer)) + "\n")
            read += len(chunk)
            say(read)
    return read


def _make_reader(folder: Path, make: Callable[[Codebook], Coder]) -> AnswerReader:
    codebook, names = load_codebook(folder), council_names(load_council(folder))
    return AnswerReader(make(codebook), codebook, load_danger(folder), names)


def _read_tones(folder: Path) -> dict[str, str]:
    """Return what each question is for, by its id and by its words."""
    items = load_survey(folder).items().values()
    return {name: item.tone for item in items if item.tone for name in (item.id, item.asks)}


def _coded(id_: str | int, answer: Answer) -> dict[str, Any]:
    redaction, codings, flags = answer
    segments = [
        {
            "start": redaction.to_original(coding.start),
            "end": redaction.to_original(coding.end),
            "code": coding.code,
            "polarity": coding.polarity,
            "confidence": coding.confidence,
        }
        for coding in codings
    ]
    return {"id": id_, "codes": merge(codings), "segments": segments, "flags": list(flags)}
