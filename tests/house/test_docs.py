"""What the docs say can be done: commands that exist, links that lead somewhere."""

import re
from pathlib import Path

import pytest

import manage
from analysis.cli.main import make_parser
from tests.house.tree import ROOT, own_files, short

DOCS = [ROOT / "README.md", *own_files(".md", under=("docs/", "surveys/"))]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def commands(parser):
    actions = (action for action in parser._actions if action.choices and not action.option_strings)
    return set(next(actions).choices)


def said(pattern):
    return {found for doc in DOCS for found in re.findall(pattern, doc.read_text())}


def broken_links(doc: Path) -> list[str]:
    links = LINK.findall(doc.read_text())
    return [f"{short(doc)}: {link}" for link in links if not (doc.parent / link).exists()]


def test_every_command_of_the_command_line_is_told_of():
    assert commands(make_parser()) - said(r"(?:`|analysis )([a-z-]+)(?= |`)") == set()


def test_every_command_of_the_launcher_is_told_of():
    assert commands(manage._parser()) - said(r"manage\.py ([a-z]+)") == set()


def test_no_command_is_told_of_that_does_not_exist():
    assert said(r"python -m analysis ([a-z-]+)") <= commands(make_parser())
    assert said(r"manage\.py ([a-z]+)") <= commands(manage._parser())


@pytest.mark.parametrize("doc", DOCS, ids=short)
def test_every_link_leads_somewhere(doc):
    assert broken_links(doc) == []


def test_a_broken_link_is_found(tmp_path):
    (tmp_path / "page.md").write_text("[here](page.md) [there](no-such.md) [out](https://gov.uk)")
    assert broken_links(tmp_path / "page.md") == ["page.md: no-such.md"]
