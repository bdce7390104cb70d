import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import default_folder, load_survey
from analysis.errors import DefinitionError
from tests.definitions.small import write_survey


def test_a_good_survey_is_read_with_its_scales_put_in(tmp_path):
    survey = load_survey(write_survey(tmp_path))

    assert survey.items()["A"].options["no"].means == "problem"


def test_the_same_file_has_the_same_hash_and_a_changed_one_another(tmp_path):
    first = load_survey(write_survey(tmp_path)).hash
    again = load_survey(write_survey(tmp_path)).hash
    other = load_survey(write_survey(tmp_path, ("Was it warm?", "Was it hot?"))).hash

    assert first == again != other


def test_nothing_in_a_survey_can_be_changed_after_reading(tmp_path):
    survey = load_survey(write_survey(tmp_path))

    with pytest.raises(ValueError, match="frozen"):
        survey.title = "Another"


FAULTS = [
    (('id = "cold"', 'id = "how"'), 'pages: found the id "how" 2 times'),
    (('id = "B"\n', 'id = "A"\n'), 'found the id "A" 2 times'),
    (('scale = "yes_no"', 'scale = "agree"'), 'item A, scale: found "agree"'),
    (('{ A = "no" }', '{ Z = "no" }'), 'page cold, ask_when: found "Z"'),
    (('{ A = "no" }', '{ A = "maybe" }'), 'found "maybe" for A, expected one of yes, no'),
    (('{ A = "no" }', '{ T = "written" }'), 'found "T", which rests on T, expected earlier'),
    (('{ A = "no" }', '{ C = "water" }'), 'found "C", which rests on C, expected earlier'),
    (('{ A = "no" }', '{ A = "no", W = "no" }'), "page cold: nobody can reach it"),
    (('exit = true\nask_when = { went = "no" }', "exit = true"), "page where: nobody can reach it"),
    (('{ joined = "no", is = "old" }', '{ joined = "yes", is = "old" }'), "line 3: never reached"),
    (('{ otherwise = true, is = "visit" }', '{ W = "yes", is = "visit" }'), "no last line"),
    (('{ went = "no", is = "none" }', '{ when = "no", is = "none" }'), 'found "when", expected'),
    (('place = "P"', 'place = "X"'), 'facts.joined: found "X", expected the id of an item'),
    (('measures = ["A", "B"]', "measures = []"), "aim W1: found no measures"),
    (('headline = "A"', 'headline = "C"'), 'aim W1, headline: found "C"'),
    (('measures = ["A", "B"]', 'measures = ["A", "Z"]'), 'aim W1: found "Z", expected the id'),
    (('markers = [["A"], ["B"]]', 'markers = [["A"]]'), "stages.swim.markers"),
    (('markers = [["A"], ["B"]]', 'markers = [["A"], ["W"]]'), 'stage swim, markers: found "W"'),
    (('asks = "Was it warm?"', 'asks = " "'), "item A: found no text in `asks`"),
    (('title = "How was it?"\n', ""), "pages.how.title: found nothing, expected this key"),
    (('counted = "found it warm"\n', ""), "expected it to have `counted`"),
    (('setting = "P"', 'setting = "X"'), 'roles.setting: found "X"'),
    (
        ('kind = "text"', 'kind = "long"'),
        "pages.words.items.T.kind: found \"long\", expected 'one', 'many'",
    ),
    (('kind = "text"', 'kind = "text"\nrequired = true'), "no route could end"),
    (
        ('kind = "text"', 'kind = "text"\ncolour = "red"'),
        "items.T.colour: found a key that nothing reads",
    ),
    (
        ('id = "words"', 'id = "words"\nafter_sending = true'),
        "page use: stands after a page that comes after sending",
    ),
    (
        (
            'id = "use"\ntitle = "May we use your words?"\nask_when = { T = "written" }',
            'id = "use"\ntitle = "Use"\nafter_sending = true\n  [[pages.items]]\n  id = "U"\n'
            '  kind = "text"\n  asks = "What else?"\n[[pages]]\nid = "last"\ntitle = "Last"\n'
            "after_sending = true",
        ),
        "page last: comes after sending as use does, expected one such page",
    ),
    (('options = { water = "Water", air', "options = { }\nx = { water = 'Water', air"), "C"),
]


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_a_bad_survey_is_refused_by_file_place_and_what_would_be_right(tmp_path, change, said):
    with pytest.raises(DefinitionError) as refused:
        load_survey(write_survey(tmp_path, change))

    assert said in str(refused.value)
    assert str(refused.value).startswith("survey.toml")


def test_every_fault_is_told_at_once(tmp_path):
    folder = write_survey(tmp_path, ('headline = "A"', 'headline = "C"'), ('"P"', '"X"'))

    with pytest.raises(DefinitionError) as refused:
        load_survey(folder)

    assert len(str(refused.value).splitlines()) >= 2


def test_a_file_that_is_no_toml_is_refused_by_line(tmp_path):
    (tmp_path / "survey.toml").write_text("id = \n", encoding="utf-8")

    with pytest.raises(DefinitionError, match=r"survey\.toml: .*line 1"):
        load_survey(tmp_path)


def test_a_start_month_that_is_no_month_is_refused(tmp_path):
    write_survey(tmp_path)
    text = (tmp_path / "council.toml").read_text(encoding="utf-8").replace("2026-01", "2026-13")
    (tmp_path / "council.toml").write_text(text, encoding="utf-8")

    with pytest.raises(DefinitionError, match=r"council\.toml, settings\.p1\.pilot_from"):
        load_council(tmp_path)


def test_of_two_survey_folders_one_has_to_be_named(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_survey(tmp_path / name)

    with pytest.raises(DefinitionError, match="one, two"):
        default_folder(tmp_path)
