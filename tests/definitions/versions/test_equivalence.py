"""Which answers to an earlier version count in this one."""

import pytest

from analysis.definitions.loading import load_survey
from analysis.definitions.versions.equivalence import FILE, load_equivalences, translate
from analysis.errors import DefinitionError
from tests.definitions.small import write_survey

WARMER = (('asks = "Was it warm?"', 'asks = "Was the water warm?"'),)
OPTIONS = """counted = "found it warm"
  [pages.items.options]
  warm = { says = "Yes", means = "right" }
  cold = { says = "No", means = "problem" }
"""
RENAMED = (
    ('  scale = "yes_no"\n  counted = "found it warm"\n', f"  {OPTIONS}"),
    ('ask_when = { A = "no" }', 'ask_when = { A = "cold" }'),
)
DECLARED = """
[[same]]
item = "A"
of = "{of}"
by = "A Made-Up Name"
on = 2026-05-01
because = "the same question, said more clearly"
"""


@pytest.fixture
def earlier(tmp_path):
    (tmp_path / "earlier").mkdir()
    return load_survey(write_survey(tmp_path / "earlier"))


@pytest.fixture
def later(tmp_path):
    """Return a function: a later version, and what its folder declares."""

    def make(changes, declared="", **said):
        folder = tmp_path / "later"
        folder.mkdir()
        (folder / FILE).write_text(declared.format(**said), encoding="utf-8")
        found = load_survey(write_survey(folder, *changes))
        return found, load_equivalences(folder, found).same

    return make


def counted(earlier, later, declared):
    return translate(earlier, later, declared).of({"A": "yes", "B": "no"})


def test_an_item_of_other_words_is_not_counted_with_the_earlier_one(earlier, later):
    assert counted(earlier, *later(WARMER)) == {"B": "no"}


def test_one_that_a_person_declared_the_same_is(earlier, later):
    assert counted(earlier, *later(WARMER, DECLARED, of=earlier.hash)) == {"A": "yes", "B": "no"}


def test_a_declaration_is_of_one_version(earlier, later):
    assert counted(earlier, *later(WARMER, DECLARED, of="0" * 16)) == {"B": "no"}


def test_answers_that_had_another_name_are_told_by_it(earlier, later):
    declared = DECLARED + 'options = { yes = "warm", no = "cold" }\n'
    declared = declared.replace("{ yes", "{{ yes").replace("}\n", "}}\n")

    assert counted(earlier, *later(RENAMED, declared, of=earlier.hash))["A"] == "warm"


def test_an_earlier_answer_without_a_place_is_refused(earlier, later):
    with pytest.raises(DefinitionError, match="found no place for yes, no"):
        counted(earlier, *later(RENAMED, DECLARED, of=earlier.hash))


def test_what_was_left_blank_stays_blank(earlier, later):
    later_one, declared = later(WARMER, DECLARED, of=earlier.hash)

    assert translate(earlier, later_one, declared).of({"A": "skipped"}) == {"A": "skipped"}


def test_an_item_that_is_not_there_cannot_be_declared(later):
    with pytest.raises(DefinitionError, match='item: found "Z"'):
        later((), DECLARED.replace('"A"', '"Z"'), of="0" * 16)


def test_whoever_declares_must_say_why(later):
    with pytest.raises(DefinitionError, match="because"):
        later((), DECLARED.replace("because", "# because"), of="0" * 16)
