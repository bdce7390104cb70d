"""The program names no council and no survey; no text says what figures cannot say."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import PROGRAM, ROOT, nodes, numbered, own_files, short

COUNCIL = ("bromley", "yvhsc", "your voice in health", "bpcf")
SURVEY = (
    *COUNCIL,
    "ehcp",
    "ehc plan",
    "education, health and care",
    "annual review",
    "senco",
    "sendiass",
    "parent carer forum",
    "key stage",
    "case ?worker",
    "phase transfer",
)
WORD_LISTS = "analysis/coding/redaction/lists/"
MAY_NAME_IT = ("annual.review.survey authors",)

# What a figure of a hundred families cannot say, and words that say nothing in plain English.
FORBIDDEN = (
    r"significant(ly)?",
    r"statistical(ly)?",
    r"p ?[=<] ?0?\.\d+",
    r"confidence interval",
    r"prove[sd]?|proof",
    r"cause[sd]?",
    r"because of the (pilot|new process)",
    r"thanks to",
    r"impact(s|ed)?",
    r"effective(ness|ly)?",
    r"success(ful|fully|es)?",
    r"improve[sd]?|improvements?",
    r"no (difference|effect)",
    r"trending",
    r"the majority",
    r"anecdotal",
    r"outlier",
    r"n/a|nan|inf",
    r"representative of",
    r"approaching significance|borderline|failed to reach",
    r"(only|just) \d+",
    r"doubled",
)
# These files hold what families may write, to match it; only these keys of theirs are our words.
OURS_IN = {
    "codebook.toml": {"label", "definition", "include", "exclude", "conventions"},
    "danger.toml": {"about"},
}


def named(text: str, words: tuple[str, ...]) -> list[str]:
    found = re.findall(rf"\b(?:{'|'.join(words)})\b", text.replace("_", " "), flags=re.IGNORECASE)
    return [word for word in found if word.lower() not in MAY_NAME_IT]


def namings(path: Path) -> list[str]:
    words = COUNCIL if short(path).startswith(WORD_LISTS) else SURVEY
    return [
        f"{short(path)}:{number}: {word}"
        for number, line in numbered(path)
        for word in named(line, words)
    ]


def strings(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def forbidden(text: str) -> list[str]:
    pattern = rf"(?<![\w/])(?:{'|'.join(FORBIDDEN)})(?![\w/])"
    return [match.group() for match in re.finditer(pattern, text, flags=re.IGNORECASE)]


def keyed(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a TOML value with the key it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for part in value:
            yield from keyed(part, key)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from keyed(part, name)


def texts(value: object, ours: set[str] | None = None) -> list[str]:
    return [text for key, text in keyed(value) if ours is None or key in ours]


def survey_ids() -> set[str]:
    ids: set[str] = set()
    for path in own_files("survey.toml", under=("surveys/",)):
        definition = tomllib.loads(path.read_text())
        for kind in ("aims", "stages"):
            ids |= {part["id"] for part in definition.get(kind, [])}
        ids |= {
            item["id"] for page in definition.get("pages", []) for item in page.get("items", [])
        }
    return {name for name in ids if re.search(r"\d", name)}


def test_the_program_names_no_council_and_no_survey():
    files = own_files(".py", ".html", ".toml", ".js", ".css", ".txt", under=PROGRAM)
    assert [naming for path in files for naming in namings(path)] == []


@pytest.mark.parametrize("text", ["BROMLEY", "an ehcp_review", "the Annual Review", "(SENCO)"])
def test_a_name_of_this_survey_is_found(text):
    assert named(text, SURVEY)


def test_the_program_names_no_item_or_aim_of_a_survey():
    ids = survey_ids()
    files = own_files(".py", under=PROGRAM)
    assert [(short(path), text) for path in files for text in strings(path) if text in ids] == []


def test_no_template_says_what_figures_cannot_say():
    files = own_files(".html", ".txt", under=PROGRAM)
    pages = [path for path in files if not short(path).startswith(WORD_LISTS)]
    assert [(short(path), word) for path in pages for word in forbidden(path.read_text())] == []


def test_no_message_or_question_says_what_figures_cannot_say():
    files = own_files(".toml", under=(*PROGRAM, "surveys/"))
    ours = [path for path in files if not {"examples", "made-up"} & set(path.parts)]
    assert [
        (short(path), word, text[:60])
        for path in ours
        for text in texts(tomllib.loads(path.read_text()), OURS_IN.get(path.name))
        for word in forbidden(text)
    ] == []


@pytest.mark.parametrize(
    "text", ["Significantly more", "p = 0.03", "N/A", "it proved", "only 3 families", "NaN"]
)
def test_a_forbidden_word_is_found(text):
    assert forbidden(text)


@pytest.mark.parametrize("text", ["information", "approval", "because", "financial", "13 of 40"])
def test_a_word_that_holds_one_is_left_alone(text):
    assert not forbidden(text)


def test_what_families_write_is_not_judged():
    code = {"label": "Late", "cues": ["no impact"], "deeper": {"label": "Once", "well": ["proof"]}}

    assert texts({"codes": [code]}, OURS_IN["codebook.toml"]) == ["Late", "Once"]


def test_the_lints_see_the_survey_folder():
    assert (ROOT / "surveys").is_dir()
