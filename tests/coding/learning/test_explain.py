from dataclasses import replace

import numpy as np
import pytest

from analysis.coding.learning.explain import (
    MEANING,
    PHRASES,
    WORD,
    Explainer,
    Reviewed,
    without,
)
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.rows import Answer, read_answer
from analysis.coding.learning.training import Trainer
from analysis.coding.learning.trust import log_odds
from analysis.coding.phrases import PhraseCoder
from analysis.words import Redacted
from tests.coding.learning.made import HashEncoder, decisions
from tests.coding.made import codebook

BOOK = codebook()
TEXT = Redacted("we were there ages again")
TWO = Redacted("Kind people. We stood outside for ages.")
PHRASE_CODER = PhraseCoder(BOOK)


def taught(encoder):
    model, _ = Trainer(BOOK, encoder).train(decisions(), seed=1)
    model = replace(model, share=np.full(len(model.codes), 0.5))
    return HybridCoder(BOOK, model, encoder, "taught")


@pytest.fixture(scope="module")
def coder():
    return taught(None)


def why(coder, text=TEXT, code="QU-1", start=0, reviewed=()):
    return Explainer(coder, text, "mixed").explain(code, start, reviewed)


@pytest.mark.parametrize("text", ["We stood outside for ages.", "bread and a loaf, bread"])
def test_what_the_codebook_adds_sums_to_the_score_it_gives(text):
    [(_, tokens)] = PHRASE_CODER.clauses(Redacted(text))
    words = [token.word for token in tokens]
    scores = PHRASE_CODER._score(words, PHRASE_CODER._cues.find(words))

    for code, score in scores.items():
        parts = why(PHRASE_CODER, Redacted(text), code).codebook
        assert sum(part.adds for part in parts) == pytest.approx(score)


def test_without_its_phrase_a_clause_speaks_less_for_a_code():
    def score(text):
        return sum(part.adds for part in why(PHRASE_CODER, Redacted(text)).codebook)

    assert score("we stood outside for ages") > score("we for ages")


def test_a_phrase_of_the_codebook_is_shown_where_it_stands():
    assert why(PHRASE_CODER, TWO, start=13).phrases == ((16, 29),)


@pytest.mark.parametrize("encoder", [None, HashEncoder()])
def test_what_was_learned_sums_to_the_log_odds_it_gives(encoder):
    coder = taught(encoder)
    answer = read_answer(coder.reader, TWO, "mixed")
    odds = coder.model.learned(answer, coder.points_of(answer))

    for row, clause in enumerate(answer.clauses):
        for place, code in enumerate(coder.model.codes):
            learned = why(coder, TWO, code, clause.segment.start).learned
            assert sum(part.adds for part in learned.parts) == pytest.approx(odds[row, place])
            assert log_odds(np.array(learned.likely)) == pytest.approx(odds[row, place])


def test_both_words_together_are_the_probability_that_decides(coder):
    found = why(coder)
    both = found.learned.weight * found.learned.likely + (1 - found.learned.weight) * found.likely

    answer = read_answer(coder.reader, TEXT, "mixed")
    assert both == pytest.approx(coder.probabilities(answer)[0, coder.model.codes.index("QU-1")])


def test_an_encoder_adds_the_meaning_of_the_sentence():
    def kinds(coder):
        return {part.kind for part in why(coder).learned.parts}

    assert MEANING in kinds(taught(HashEncoder()))
    assert MEANING not in kinds(taught(None))


def test_without_the_words_that_spoke_for_it_a_clause_speaks_less_for_a_code(coder):
    [clause] = coder.reader.read(TEXT.reveal())
    place = coder.model.codes.index("QU-1")
    spoke = [part for part in why(coder).learned.parts if part.kind == WORD]
    spoke.sort(key=lambda part: -part.adds)

    def sure(text):
        [only] = coder.reader.read(text.reveal())
        answer = Answer((only,), only, "mixed")
        return coder.probabilities(answer)[0, place]

    strongest, weakest = spoke[0].words, spoke[-1].words
    assert sure(without(clause, strongest)) < sure(without(clause, weakest))


def test_what_nothing_was_learned_of_rests_on_the_codebook(coder):
    model = replace(coder.model, share=np.zeros(len(coder.model.codes)))
    untaught = HybridCoder(BOOK, model, None, "untaught")

    found = why(untaught, TWO, start=13)

    assert found.learned is None
    assert found.needed is None
    assert 0 < found.likely < 1
    assert PHRASES in {part.kind for part in found.codebook}


def test_an_example_and_the_clause_of_a_reviewed_answer_that_are_most_alike_are_shown():
    text = Redacted("My nan would have been proud of the bread.")
    reviewed = [
        Reviewed(71, Redacted("It was dear. Your nan is proud of the bread, I hear.")),
        Reviewed(72, Redacted("a warm crust")),
    ]

    first, second = why(PHRASE_CODER, text, "BR-1", reviewed=reviewed).alike

    assert first.example == "My nan would have been proud of such baking."
    assert second.reviewed == reviewed[0]
    assert second.segment.start == 13
    assert first.likeness > second.likeness > 0


def test_the_same_words_of_several_families_are_shown_once():
    reviewed = [Reviewed(number, Redacted("the crust was dry")) for number in range(3)]

    alike = why(PHRASE_CODER, Redacted("the crust was dry again"), "BR-1", reviewed=reviewed).alike

    assert [one.reviewed.id for one in alike] == [0]


def test_what_is_hardly_alike_is_not_shown():
    assert why(PHRASE_CODER, TWO, "BR-1", 13, [Reviewed(7, Redacted("zebra"))]).alike == ()


class Other:
    name = "other"

    def code(self, text, tone):
        return ()


@pytest.mark.parametrize(
    ("coder", "text", "start"),
    [(PHRASE_CODER, "?!", 0), (PHRASE_CODER, "bread", 1), (Other(), "bread", 0)],
)
def test_without_a_word_a_clause_or_a_known_coder_there_is_no_reason(coder, text, start):
    assert why(coder, Redacted(text), "BR-1", start) is None


def test_a_trained_coder_has_no_reason_for_an_answer_without_a_word(coder):
    assert why(coder, Redacted("?!")) is None
