"""code: a file of texts in, a file with their codes out; no store, no key."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.coding.answers import AnswerReader
from analysis.coding.coder import merge
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import load_codebook
from analysis.definitions.council import load_council
from analysis.definitions.danger import load_danger
from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.text_files import read_texts, writing_whole
from analysis.words import Words


def code_file(source: Path, target: Path, survey_folder: Path, coder: str = "phrases") -> int:
    """Write the codes of every text in `source` to `target` and return how many texts there were.

    A line that is not as expected refuses the whole file, and nothing is written.
    """
    reader, tones = _make_reader(survey_folder, coder), _read_tones(survey_folder)
    read = 0
    with writing_whole(target) as out:
        for line in read_texts(source, "question", "text"):
            coded = _code_line(line, reader, tones.get(line["question"], "mixed"))
            out.write(json.dumps(coded) + "\n")
            read += 1
    return read


def _make_reader(folder: Path, coder: str) -> AnswerReader:
    if coder != PhraseCoder.name:
        raise InputError(f'coder: found "{coder}", expected {PhraseCoder.name}')
    codebook, names = load_codebook(folder), council_names(load_council(folder))
    return AnswerReader(PhraseCoder(codebook), codebook, load_danger(folder), names)


def _read_tones(folder: Path) -> dict[str, str]:
    """Return what each question is for, by its id and by its words."""
    items = load_survey(folder).items().values()
    return {name: item.tone for item in items if item.tone for name in (item.id, item.asks)}


def _code_line(line: Mapping[str, Any], reader: AnswerReader, tone: str) -> dict[str, Any]:
    redaction, codings, flags = reader.read(Words(line["text"]), tone)
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
    return {"id": line["id"], "codes": merge(codings), "segments": segments, "flags": list(flags)}
