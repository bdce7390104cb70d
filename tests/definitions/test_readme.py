"""The tables of surveys/README.md name every key that a definition can have, and no other."""

import re

import pytest

from analysis.definitions.codebook import Code, Codebook
from analysis.definitions.council import Council
from analysis.definitions.criteria import Criteria, Criterion, StopSign
from analysis.definitions.groups import CrossTable, Cut, Question
from analysis.definitions.population import Guide
from analysis.definitions.survey import (
    Aim,
    Audience,
    Change,
    Derived,
    Fact,
    Item,
    Option,
    Page,
    Pages,
    ProcessWords,
    Roles,
    Stage,
    Survey,
)
from analysis.definitions.versions.equivalence import Same
from tests.surveys.folders import REAL

README = (REAL.parent / "README.md").read_text(encoding="utf-8")
BY_THE_PROGRAM = {"folder", "hash"}
MODELS = {
    "### The top of the file": Survey,
    "### A page": Page,
    "### A question": Item,
    "### An answer": Option,
    "### A fact": Fact,
    "### A derived field": Derived,
    "### An aim": Aim,
    "### A stage": Stage,
    "### A cut": Cut,
    "### A table": CrossTable,
    "### A question of a table": Question,
    "### Change within a family": Change,
    "### The parts": Roles,
    "### The two processes": ProcessWords,
    "### The fixed pages": Pages,
    "### The pages with results": Audience,
    "## `council.toml`": Council,
    "## `criteria.toml`": Criteria,
    "### What an aim must reach": Criterion,
    "### A stop sign": StopSign,
    "## `equivalent.toml`": Same,
    "## `population.csv`": Guide,
    "## `codebook.toml`": Codebook,
    "### A code": Code,
}


def rows(heading):
    """Return the first cells of the table that stands first under a heading."""
    section = re.split(r"\n#{2,3} ", README.split(f"\n{heading}", 1)[1], maxsplit=1)[0]
    table = section.split("|---|---|\n", 1)[1].split("\n\n", 1)[0]
    return [line.split("|")[1] for line in table.strip().splitlines()]


@pytest.mark.parametrize("heading", MODELS)
def test_a_table_names_each_key_of_its_part(heading):
    named = {key for cell in rows(heading) for key in re.findall(r"`(\w+)`", cell)}
    assert named == set(MODELS[heading].model_fields) - BY_THE_PROGRAM


@pytest.mark.parametrize("heading", MODELS)
def test_the_keys_that_must_be_there_are_bold(heading):
    bold = {key for cell in rows(heading) for key in re.findall(r"\*\*`(\w+)`\*\*", cell)}
    fields = MODELS[heading].model_fields
    assert bold == {name for name, field in fields.items() if field.is_required()} - BY_THE_PROGRAM
