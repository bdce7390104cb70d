from analysis.coding.answers import AnswerReader
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import known_names
from analysis.definitions.danger import DangerList
from analysis.words import Words
from tests.coding.made import BREAD, QUEUE, codebook

BOOK = codebook(BREAD, QUEUE | {"not_beside": ("danger",)}, flags={"off-topic": ("nothing",)})
DANGER = DangerList(danger=("hurt* himself",), welfare=(), hash="")
READER = AnswerReader(PhraseCoder(BOOK), BOOK, DANGER, known_names([]))


def test_names_are_gone_before_a_coder_reads():
    answer = READER.read(Words("Olivia says the bread is stale"), "mixed")
    assert "Olivia" not in answer.redaction.text.reveal()
    assert [coding.code for coding in answer.codings] == ["BR-1"]


def test_codings_point_back_into_the_words_as_written():
    text = "Olivia came. The bread is stale."
    answer = READER.read(Words(text), "mixed")
    [coding] = answer.codings
    start, end = map(answer.redaction.to_original, (coding.start, coding.end))
    assert text[start:end] == "The bread is stale."


def test_flags_are_looked_for_in_the_words_as_written():
    assert READER.read(Words("he hurts himself"), "mixed").flags == ("danger",)


def test_a_code_that_gives_way_to_a_flag_is_not_given():
    answer = READER.read(Words("In the queue he hurts himself. Stale bread."), "mixed")
    assert [coding.code for coding in answer.codings] == ["BR-1"]


def test_nothing_is_typed_by_the_question_and_has_no_code():
    wrong, good = READER.read_many([(Words("nothing"), "suggestion"), (Words("nothing"), "praise")])

    assert (wrong.nothing, good.nothing) == ("nothing-wrong", "nothing-good")
    assert wrong.codings == good.codings == ()
