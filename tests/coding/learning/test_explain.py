import pytest

from analysis.coding.learning.explain import Known, Neighbours, explain, without
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.training import Trainer
from analysis.words import Redacted
from tests.coding.learning.made import HashEncoder, decisions
from tests.coding.made import codebook

BOOK = codebook()
TEXT = Redacted("we were there ages again")


@pytest.fixture(scope="module")
def coder():
    return HybridCoder(BOOK, Trainer(BOOK, None).train(decisions(), seed=1)[0], None, "taught")


def test_what_the_words_add_sums_to_what_was_learned_of_them(coder):
    why = explain(coder, TEXT, "mixed", "QU-1", Neighbours(coder, BOOK))
    row = coder.model.features.row(["we", "were", "there", "ages", "again"])
    place = coder.model.codes.index("QU-1")

    total = float(row.weights @ coder.model.clause.text[row.places, place])

    assert sum(value for _, value in why.words) == pytest.approx(total, abs=1e-4)


def test_without_the_words_that_spoke_for_it_a_clause_speaks_less_for_a_code(coder):
    why = explain(coder, TEXT, "mixed", "QU-1", Neighbours(coder, BOOK))
    [clause] = coder.reader.read(TEXT.reveal())
    place = coder.model.codes.index("QU-1")

    def sure(text):
        [only] = coder.reader.read(text.reveal())
        answer = (only,), coder.reader.read_whole([only]), "mixed"
        from analysis.coding.learning.rows import Answer

        return coder.probabilities(Answer(*answer))[0, place]

    strongest, weakest = why.words[0][0], why.words[-1][0]
    assert sure(without(clause, [strongest])) < sure(without(clause, [weakest]))


def test_a_phrase_of_the_codebook_is_shown_where_it_stands(coder):
    why = explain(
        coder, Redacted("Kind people. The bread is dry."), "mixed", "BR-1", Neighbours(coder, BOOK)
    )

    assert why.phrases == ((17, 22),)


def test_the_known_texts_most_like_a_clause_are_named(coder):
    reviewed = [Known("there for ages", "QU-1", "71"), Known("a warm loaf", "BR-1", "72")]

    why = explain(coder, TEXT, "mixed", "QU-1", Neighbours(coder, BOOK, reviewed))

    assert why.alike[0][0].of == "71"
    assert {known.code for known, _ in why.alike} == {"QU-1"}


def test_an_encoder_finds_what_is_alike_too(coder):
    reviewed = [Known("there ages", "QU-1", "71"), Known("zebra", "QU-1", "72")]
    known = Neighbours(coder, BOOK, reviewed, HashEncoder())

    assert explain(coder, TEXT, "mixed", "QU-1", known).alike[0][0].of == "71"


def test_an_answer_without_words_has_no_reason(coder):
    assert explain(coder, Redacted("?!"), "mixed", "QU-1", Neighbours(coder, BOOK)) is None
