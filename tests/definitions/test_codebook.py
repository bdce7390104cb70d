import pytest

from analysis.definitions.codebook import load_codebook
from analysis.errors import DefinitionError

CODEBOOK = """
version = "1"
[[themes]]
id = "BR"
label = "Bread"
[[codes]]
id = "BR-1"
theme = "BR"
label = "Crust"
definition = "What the crust is like."
include = "Colour."
exclude = "The crumb."
usual = "both"
cues = ["crust"]
"""


def load(folder, codebook=CODEBOOK, **examples):
    (folder / "examples").mkdir()
    (folder / "codebook.toml").write_text(codebook)
    for name, text in examples.items():
        (folder / "examples" / f"{name}.toml").write_text(text)
    return load_codebook(folder)


def test_examples_stand_with_their_code(tmp_path):
    codebook = load(tmp_path, BR='["BR-1"]\n"-" = ["burnt"]\n"+" = ["golden"]\nunlike = ["pie"]')
    examples = codebook.by_id()["BR-1"].examples
    assert examples.by_polarity()["-"] == ("burnt",)
    assert examples.all() == ("burnt", "golden")
    assert examples.unlike == ("pie",)


def test_a_codebook_does_without_examples(tmp_path):
    assert load(tmp_path).codes[0].examples.all() == ()


def test_a_changed_example_changes_the_hash(tmp_path):
    before = load(tmp_path).hash
    (tmp_path / "examples" / "BR.toml").write_text('["BR-1"]\n"-" = ["burnt"]')
    assert load_codebook(tmp_path).hash != before


@pytest.mark.parametrize(
    ("found", "becomes", "said"),
    [
        ('theme = "BR"', 'theme = "XX"', r"BR-1\.theme: found XX, expected one of BR"),
        ('usual = "both"', 'usual = "often"', "codes.BR-1.usual"),
        ('cues = ["crust"]', "cues = []", "codes.BR-1.cues"),
        ('cues = ["crust"]', 'cues = ["crust"]\nbeats = ["BR-9"]', "BR-1.beats: found BR-9"),
        ('cues = ["crust"]', 'cues = ["crust"]\ncue = "a"', "codes.BR-1.cue"),
    ],
)
def test_a_fault_is_said_with_its_place(tmp_path, found, becomes, said):
    with pytest.raises(DefinitionError, match=f"codebook.toml, {said}"):
        load(tmp_path, CODEBOOK.replace(found, becomes))


def test_a_code_said_twice_is_refused(tmp_path):
    codes = CODEBOOK[CODEBOOK.index("[[codes]]") :]
    with pytest.raises(DefinitionError, match="BR-1: found twice"):
        load(tmp_path, CODEBOOK + codes)


def test_examples_of_no_code_are_refused(tmp_path):
    with pytest.raises(DefinitionError, match=r"BR\.toml, BR-2: found no such code"):
        load(tmp_path, BR='["BR-2"]\n"-" = ["burnt"]')


def test_examples_of_a_code_in_two_files_are_refused(tmp_path):
    with pytest.raises(DefinitionError, match="expected one place"):
        load(tmp_path, BR='["BR-1"]\n"-" = ["burnt"]', MORE='["BR-1"]\n"+" = ["golden"]')
