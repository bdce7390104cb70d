import pytest

from analysis.definitions.danger import load_danger
from analysis.errors import DefinitionError
from tests.surveys.folders import LIBRARY, REAL


def write(folder, danger, welfare="[]"):
    (folder / "danger.toml").write_text(
        f'[[danger]]\nabout = "Falls"\nphrases = {danger}\n'
        f'[[welfare]]\nabout = "Food"\nphrases = {welfare}\n',
        encoding="utf-8",
    )


def test_phrases_come_by_level_whatever_their_topic(tmp_path):
    write(tmp_path, '["fallen", "can\'t get up"]', '["not eat*"]')
    found = load_danger(tmp_path)
    assert found.danger == ("fallen", "can't get up")
    assert found.welfare == ("not eat*",)


def test_a_changed_list_has_another_hash(tmp_path):
    write(tmp_path, '["fallen"]', '["hungry"]')
    before = load_danger(tmp_path).hash
    write(tmp_path, '["fallen", "fell"]', '["hungry"]')
    assert load_danger(tmp_path).hash != before


@pytest.mark.parametrize(
    "phrase", ["", "*", "f*", "fa*en", "get  up", " get up", "get up ", "* up", "get* * up", "up!"]
)
def test_a_phrase_that_would_find_nothing_or_everything_is_refused(tmp_path, phrase):
    write(tmp_path, f'["fallen", "{phrase}"]', '["hungry"]')
    with pytest.raises(DefinitionError, match=r"danger\.toml, .*a \* at a word's end only"):
        load_danger(tmp_path)


def test_a_phrase_may_hold_apostrophes_hyphens_figures_and_letters_of_any_language(tmp_path):
    write(tmp_path, '["self-harm*", "can’t go on", "a&e", "want 2 die", "krzywdz*"]', '["głodn*"]')
    assert "krzywdz*" in load_danger(tmp_path).danger


def test_a_phrase_that_stands_twice_is_refused_with_both_places(tmp_path):
    write(tmp_path, '["can\'t get up"]', '["cant get up"]')
    with pytest.raises(DefinitionError, match='Food: found "cant get up", which stands in Falls'):
        load_danger(tmp_path)


def test_a_list_without_danger_is_refused(tmp_path):
    (tmp_path / "danger.toml").write_text('[[welfare]]\nabout = "x"\nphrases = ["hungry"]\n')
    with pytest.raises(DefinitionError, match=r"danger\.toml, danger"):
        load_danger(tmp_path)


def test_a_folder_without_a_list_is_refused(tmp_path):
    with pytest.raises(DefinitionError, match=r"danger\.toml: not found"):
        load_danger(tmp_path)


@pytest.mark.parametrize("folder", [REAL, LIBRARY], ids=lambda folder: folder.name)
def test_the_lists_of_our_survey_folders_hold(folder):
    found = load_danger(folder)
    assert found.danger
    assert found.welfare
