import shutil

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.errors import DefinitionError
from analysis.made_up.tendencies import load_manner
from tests.surveys.folders import REAL


@pytest.fixture(scope="module")
def definitions():
    return load_survey(REAL), load_council(REAL)


def refused(definitions, folder, **files):
    (folder / "voices").mkdir()
    for name, content in files.items():
        place = folder if name == "tendencies" else folder / "voices"
        (place / f"{name}.toml").write_text(content, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_manner(*definitions, folder)
    return str(caught.value)


def test_an_empty_folder_leaves_everything_to_the_meanings(definitions, tmp_path):
    manner = load_manner(*definitions, tmp_path)
    assert not manner.voices
    assert not manner.tendencies.items


def test_a_share_of_no_option_and_no_meaning_is_refused(definitions, tmp_path):
    told = refused(definitions, tmp_path, tendencies="[items]\nT4 = [{ shares = { soon = 1 } }]")
    assert told.startswith('tendencies.toml, items.T4: found "soon", expected one of')


def test_an_item_that_the_survey_lacks_is_refused(definitions, tmp_path):
    told = refused(definitions, tmp_path, tendencies="[items]\nZ9 = [{ shares = { yes = 1 } }]")
    assert told == "tendencies.toml, items.Z9: found no such item in the survey"


def test_a_condition_on_what_is_not_known_yet_is_refused(definitions, tmp_path):
    line = '[items]\nD1 = [{ when = { process = "pilot" }, shares = { year_1 = 1 } }]'
    assert 'found "process", which rests on ' in refused(definitions, tmp_path, tendencies=line)


def test_words_for_a_question_that_is_not_for_words_are_refused(definitions, tmp_path):
    told = refused(definitions, tmp_path, T4='[[said]]\ntexts = ["Late."]')
    assert told == "T4.toml: found no such question for words in the survey"


def test_a_key_that_is_misspelt_is_refused(definitions, tmp_path):
    told = refused(definitions, tmp_path, O1='[[said]]\ntext = ["Late."]')
    assert "O1.toml, said.number 1.texts" in told


def test_families_speak_in_many_voices():
    manner = load_manner(load_survey(REAL), load_council(REAL), REAL / "made-up")
    texts = [text for v in manner.voices.values() for said in v.said for text in said.texts]
    assert len(set(texts)) == len(texts) > 250
    assert max(len(text) for text in texts) <= 1_500


def test_a_share_may_be_named_by_a_kind_of_setting(definitions, tmp_path):
    folder = shutil.copytree(REAL / "made-up", tmp_path / "made-up")
    line = "[items]\nR0 = [{ shares = { special = 1 } }]"
    (folder / "tendencies.toml").write_text(line, encoding="utf-8")
    assert "R0" in load_manner(*definitions, folder).tendencies.items
