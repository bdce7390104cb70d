"""redact: a file of texts in, the same texts without personal details out; no store, no key."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.coding.redaction.names import Names, council_names
from analysis.coding.redaction.redact import redact
from analysis.definitions.council import load_council
from analysis.jobs.text_files import read_texts, writing_texts
from analysis.words import Words


def redact_file(source: Path, target: Path, survey_folder: Path) -> int:
    """Write every text of `source` redacted to `target` and return how many texts there were.

    A line that is not as expected refuses the whole file, and nothing is written.
    """
    names = council_names(load_council(survey_folder))
    read = 0
    with writing_texts(target) as out:
        for line in read_texts(source, "text"):
            out.write(json.dumps(_redact_line(line, names), ensure_ascii=False) + "\n")
            read += 1
    return read


def _redact_line(line: Mapping[str, Any], names: Names) -> dict[str, Any]:
    redaction = redact(Words(line["text"]), names)
    spans = [{"start": s.start, "end": s.end, "kind": s.kind} for s in redaction.spans]
    return {"id": line["id"], "text": redaction.text.reveal(), "spans": spans}
