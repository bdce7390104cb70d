"""Where a parent's words are revealed, and where a figure becomes visible: lists, kept by hand."""

import ast
from pathlib import Path

import pytest

from tests.house.tree import PROGRAM, nodes, own_files, short

MAY_REVEAL = {
    "analysis/coding/flags.py": "flags need the words as written, and give back names of flags",
    "analysis/coding/learning/rows.py": "the learning coder reads redacted text, gives back rows",
    "analysis/coding/phrases.py": "the coder reads redacted text, and gives back offsets",
    "analysis/coding/themes.py": "clauses that no code fits are grouped in memory",
    "analysis/coding/redaction/redact.py": "redaction reads what it takes names out of",
    "analysis/jobs/import_responses.py": "the danger screen, before the words are sealed",
    "analysis/jobs/redact.py": "a file of redacted texts is what was asked for",
    "analysis/reporting/snapshot_file.py": "approved quotes, in the clear by two people's act",
    "analysis/made_up/quoting.py": "made-up words, in the demonstration alone",
    "analysis/store/desk/quotes.py": "an approved quote is kept in the clear by that act",
    "analysis/store/desk/vault.py": "sealing what the vault holds",
    "analysis/store/intake/words.py": "sealing what a family sent",
    "app/staff/pages/quotes.py": "people decide what may be quoted",
    "app/staff/pages/reading.py": "a reviewer reads redacted text",
    "app/staff/pages/reasons.py": "a reviewer reads redacted text, and what is like it",
    "app/survey/check.py": "a family checks its own words",
    "app/survey/draft_session.py": "a draft is sealed with the family's own key",
    "app/survey/forms/fields.py": "a family's own words in its own box",
    "app/survey/sending.py": "the danger screen, before the words are sealed",
}
# Each state of a text is made where a text becomes it, or comes back from being sealed so.
MAY_MAKE = {
    "Words": {
        "analysis/jobs/code.py",
        "analysis/jobs/learning/decisions.py",
        "analysis/jobs/learning/themes.py",
        "analysis/jobs/redact.py",
        "analysis/store/desk/vault.py",
        "analysis/words.py",
        "app/survey/draft_session.py",
        "app/survey/forms/fields.py",
    },
    "Redacted": {
        "analysis/coding/learning/explain.py",  # a text with words left out, to see what changes
        "analysis/coding/redaction/redact.py",
        "analysis/jobs/learning/measuring/public_comments.py",  # published without names by others
        "analysis/store/desk/vault.py",
    },
    "Released": {
        "analysis/made_up/quoting.py",
        "analysis/store/desk/vault.py",
        "app/staff/pages/quotes.py",
    },
    "Quote": {"analysis/store/acts.py", "analysis/store/desk/quotes.py"},
}
MAY_SHOW = {"analysis/disclosure.py", "analysis/reporting/snapshot_file.py"}


def calls(path: Path, name: str) -> list[int]:
    return [
        node.lineno
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and name in (getattr(node.func, "attr", None), getattr(node.func, "id", None))
    ]


def callers(name: str) -> set[str]:
    return {short(path) for path in own_files(".py", under=PROGRAM) if calls(path, name)}


def test_words_are_revealed_in_the_listed_files_only():
    assert callers("reveal") - MAY_REVEAL.keys() == set()


def test_the_list_of_files_that_reveal_names_none_that_does_not():
    assert MAY_REVEAL.keys() - callers("reveal") == set()


@pytest.mark.parametrize("state", MAY_MAKE)
def test_each_state_of_a_text_is_made_in_the_listed_files_only(state):
    assert callers(state) == MAY_MAKE[state]


def test_a_figure_is_shown_by_the_gate_and_the_snapshot_loader_only():
    assert callers("Shown") - MAY_SHOW == set()


def test_a_call_is_found_however_it_is_written(tmp_path):
    path = tmp_path / "leak.py"
    path.write_text("report.Shown(1, 2)\nShown(1, 2)\nwords.reveal()\n")
    assert (calls(path, "Shown"), calls(path, "reveal")) == ([1, 2], [3])
