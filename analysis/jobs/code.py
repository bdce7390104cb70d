"""code: a file of texts in, a file with their codes out; no store, no key."""

import hashlib
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from analysis.coding.answers import Answer, AnswerReader
from analysis.coding.coder import Coder, mark_of, merge
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import Codebook, load_codebook
from analysis.definitions.council import load_council
from analysis.definitions.danger import load_danger
from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.text_files import (
    hash_of_file,
    read_on,
    read_texts,
    writing_on,
)
from analysis.jobs.whole import refuse_no_place
from analysis.version import VERSION
from analysis.words import Words

KEYS = ("question", "text")
CHUNK = 200  # texts read at once: memory stays the same however long the file is


def code_file(
    source: Path,
    target: Path,
    survey_folder: Path,
    make: Callable[[Codebook], Coder] = PhraseCoder,
    say: Callable[[int, int], None] = lambda read, of: None,
) -> int:
    """Write the codes of every text in `source` to `target` and return how many texts there were.

    A line that is not as expected refuses the whole file before anything is coded, and nothing is
    written. One that was stopped goes on where it stood. `say` hears how many texts were read.
    """
    refuse_no_place(target)
    number = _count(source)
    coder = make(load_codebook(survey_folder))
    reader, tones = _make_reader(survey_folder, coder), _read_tones(survey_folder)
    with writing_on(target, _name_run(source, survey_folder, coder)) as begun:
        lines = read_on(source, begun.place, *KEYS)
        say(begun.texts, number)
        while chunk := [*islice(lines, CHUNK)]:
            texts = [one for _, one in chunk]
            written = [(Words(one["text"]), tones.get(one["question"], "mixed")) for one in texts]
            coded = zip(texts, reader.read_many(written), strict=True)
            part = [json.dumps(_coded(one["id"], answer)) + "\n" for one, answer in coded]
            begun.write("".join(part), chunk[-1][0], len(chunk))
            say(begun.texts, number)
    return number


def _count(source: Path) -> int:
    try:
        return sum(1 for _ in read_texts(source, *KEYS))
    except InputError as error:
        raise InputError(f"{error}. Nothing was written.") from None


def _name_run(source: Path, folder: Path, coder: Coder) -> str:
    """Return what makes the file: another text, survey, coder or program makes another."""
    survey = [load_codebook(folder).hash, load_council(folder).hash, load_danger(folder).hash]
    parts = [VERSION, hash_of_file(source), *survey, load_survey(folder).hash, mark_of(coder)]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def _make_reader(folder: Path, coder: Coder) -> AnswerReader:
    codebook, names = load_codebook(folder), council_names(load_council(folder))
    return AnswerReader(coder, codebook, load_danger(folder), names)


def _read_tones(folder: Path) -> dict[str, str]:
    """Return what each question is for, by its id and by its words."""
    items = load_survey(folder).items().values()
    return {name: item.tone for item in items if item.tone for name in (item.id, item.asks)}


def _coded(id_: str | int, answer: Answer) -> dict[str, Any]:
    redaction, codings, flags, _ = answer
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
