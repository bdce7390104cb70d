"""themes: texts in, groups among the clauses that no code fits out; proposals only."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from analysis.coding.learning.encoder import load_encoder
from analysis.coding.redaction.names import council_names
from analysis.coding.redaction.redact import redact
from analysis.coding.themes import find_themes, uncoded_clauses
from analysis.definitions.codebook import load_codebook
from analysis.definitions.council import load_council
from analysis.jobs.learning.decisions import read_tones
from analysis.jobs.learning.starting import make_coder
from analysis.jobs.text_files import read_texts
from analysis.words import Words

_SEED = 1


class _Clause(NamedTuple):
    id: str | int
    text: str


def themes(
    source: Path, survey_folder: Path, day: date, coder: str = "hybrid", encode: bool = True
) -> list[dict[str, Any]]:
    """Return emerging groups of a file's texts: words, size, coherence and the texts' ids.

    Texts are redacted first, so that no label is somebody's name.
    """
    codebook, names = load_codebook(survey_folder), council_names(load_council(survey_folder))
    tones, reader = read_tones(survey_folder), make_coder(coder, codebook, day, encode)
    left: list[_Clause] = []
    for line in read_texts(source, "text"):
        text = redact(Words(line["text"]), names).text
        codings = reader.code(text, tones.get(str(line.get("question")), "mixed"))
        left += [_Clause(line["id"], clause) for clause in uncoded_clauses(text, codings)]
    found = find_themes([one.text for one in left], _SEED, load_encoder() if encode else None)
    groups = []
    for group in found:
        members = [*dict.fromkeys(left[place].id for place in group.members)]
        groups.append(
            {
                "words": [*group.words],
                "size": len(members),
                "coherence": group.coherence,
                "members": members,
            }
        )
    return groups
