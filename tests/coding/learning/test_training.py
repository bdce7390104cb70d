from dataclasses import replace

import numpy as np
import pytest

from analysis.coding.coder import merge
from analysis.coding.learning.clauses import ClauseReader
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.rows import read_answer
from analysis.coding.learning.training import Trainer
from analysis.coding.phrases import PhraseCoder
from analysis.errors import InputError
from analysis.words import Redacted
from tests.coding.learning.made import HashEncoder, decision, decisions
from tests.coding.made import codebook

BOOK = codebook()
UNSEEN = Redacted("we were there ages, again in the rain")


def codes(coder, text):
    return set(merge(coder.code(text, "mixed")))


@pytest.fixture(scope="module")
def taught():
    return Trainer(BOOK, None).train(decisions(), seed=1)


@pytest.fixture(scope="module")
def coder(taught):
    return HybridCoder(BOOK, taught[0], None, "taught")


def test_decisions_teach_words_that_the_codebook_does_not_have(coder):
    assert codes(PhraseCoder(BOOK), UNSEEN) == set()
    assert codes(coder, UNSEEN) == {"QU-1"}


def test_a_codebook_without_an_example_can_be_started_from_with_an_encoder():
    bare = BOOK.model_copy(
        update={
            "codes": tuple(
                code.model_copy(update={"examples": type(code.examples)()}) for code in BOOK.codes
            )
        }
    )
    model, _ = Trainer(bare, HashEncoder()).train([], seed=1)
    coder = HybridCoder(bare, model, HashEncoder(), "bare")

    assert "QU-1" in codes(coder, Redacted("we stood in the queue for an hour"))


def test_an_answer_about_nothing_gets_no_code(coder):
    assert codes(coder, Redacted("the shop has a blue door number 7")) == set()


def test_the_clause_is_what_is_coded(coder):
    text = "It tasted stale to me. The shop has a blue door number 4."

    [coding] = coder.code(Redacted(text), "mixed")

    assert (coding.start, coding.end) == (0, 22)


HALVES = Redacted("We were there. Ages and ages. The door is blue.")


def heard_of(model, text):
    answer = read_answer(ClauseReader(BOOK), text, "mixed")
    return answer, model.codes.index("QU-1")


def test_what_is_said_in_two_halves_is_heard_together_by_the_half_that_says_most(taught):
    answer, place = heard_of(taught[0], HALVES)
    alone = replace(taught[0], near_share=0.0, whole_share=0.0).learned(answer, None)[:, place]
    near = replace(taught[0], near_share=1.0, whole_share=0.0).learned(answer, None)[:, place]

    most = int(alone.argmax())
    others = [at for at in range(len(alone)) if at != most]
    assert near[most] != alone[most]
    assert min(abs(near[at] - alone[at]) for at in others) == 0.0


def test_what_a_clause_is_heard_with_is_what_its_log_odds_rest_on(taught):
    answer, place = heard_of(taught[0], HALVES)
    model = replace(taught[0], near_share=1.0, whole_share=0.0)
    near = model.learned(answer, None)[:, place]

    for at, odds in enumerate(near):
        span = model.nearest(answer, None, at, place)
        assert span[0] <= at < span[1]
        assert model.clause.logits(model.hear(answer, None, span))[place] == pytest.approx(odds)


def test_what_is_said_far_away_changes_a_clause_by_the_whole_answer_alone(taught):
    near = "We were there ages, again in the rain. The door is blue. The shop has a number."
    far = "It tasted stale to me. It stands at a corner. It tasted burnt to me."
    short, place = heard_of(taught[0], Redacted(near))
    long, _ = heard_of(taught[0], Redacted(f"{near} {far}"))
    apart = replace(taught[0], whole_share=0.0)

    first, again = (apart.learned(answer, None)[0, place] for answer in (short, long))
    assert first == again
    first, again = (taught[0].learned(answer, None)[0, place] for answer in (short, long))
    assert first != again


def test_the_same_decisions_and_seed_teach_the_same_model(taught):
    again, _ = Trainer(BOOK, None).train(decisions(), seed=1)

    assert np.array_equal(again.clause.text, taught[0].clause.text)
    assert again.thresholds.tolist() == taught[0].thresholds.tolist()


def test_what_is_held_out_is_judged_by_models_it_did_not_teach():
    shuffled = decisions(30)
    alone = decision(99, "quite xylophonic zebras quixotically", "QU-1")

    _, held = Trainer(BOOK, None).train([*shuffled, alone], seed=1)

    assert held.probability[-1].max() < 0.5


def test_without_decisions_and_encoder_the_codebooks_phrases_speak_alone():
    model, held = Trainer(BOOK, None).train([], seed=1)

    assert held.truth.shape == (0, len(BOOK.codes))
    assert model.share.tolist() == [0.0] * len(BOOK.codes)
    assert codes(HybridCoder(BOOK, model, None, "new"), Redacted("The bread was lovely.")) == {
        "BR-1"
    }


def test_an_encoder_makes_the_codebooks_texts_count_from_the_start():
    encoder = HashEncoder()

    model, _ = Trainer(BOOK, encoder).train([], seed=1)

    assert model.encoder == "hash"
    assert (model.share > 0).all()


def test_a_model_is_refused_without_its_encoder():
    model, _ = Trainer(BOOK, HashEncoder()).train([], seed=1)

    with pytest.raises(InputError, match="encoder hash, here is none"):
        HybridCoder(BOOK, model, None, "taught")


def test_many_texts_are_coded_as_each_alone():
    encoder = HashEncoder()
    model, _ = Trainer(BOOK, encoder).train(decisions(), seed=1)
    coder = HybridCoder(BOOK, model, encoder, "taught")
    texts = [(UNSEEN, "mixed"), (Redacted(""), "mixed"), (Redacted("it tasted dry"), "problem")]

    assert coder.code_many(texts) == [coder.code(text, tone) for text, tone in texts]


def test_a_code_that_the_codebook_does_not_have_is_refused():
    with pytest.raises(InputError, match='decision 1: found "XX-9"'):
        Trainer(BOOK, None).train([decision(1, "late", "XX-9")], seed=1)


def test_one_class_teaches_no_more_than_the_phrases_know():
    model, _ = Trainer(BOOK, None).train([decision(1, "it tasted dry", "BR-1")], seed=1)

    assert codes(HybridCoder(BOOK, model, None, "one"), Redacted("The queue went outside.")) == {
        "QU-1"
    }


def test_a_codebook_of_one_code_is_enough():
    book = BOOK.model_copy(update={"codes": BOOK.codes[:1]})
    only = [
        replace(one, codes={k: v for k, v in one.codes.items() if k == "BR-1"})
        for one in decisions()
    ]

    model, _ = Trainer(book, None).train(only, seed=1)

    assert codes(HybridCoder(book, model, None, "x"), Redacted("it tasted burnt to me")) == {"BR-1"}


def test_two_answers_that_say_otherwise_do_not_silence_a_phrase():
    otherwise = [decision(n, f"the queue was named in passing {n}") for n in range(2)]

    model, _ = Trainer(BOOK, None).train(otherwise, seed=1)

    text = Redacted("The queue went outside.")
    [coding] = HybridCoder(BOOK, model, None, "x").code(text, "mixed")
    assert coding.code == "QU-1"
    assert coding.confidence > 0.5


def test_where_the_phrases_know_more_nothing_learned_is_used():
    draw = np.random.default_rng(3)
    words = ["blue", "door", "shop", "number", "street", "sign"]
    noise = [
        decision(
            n, " ".join(["bread"] * (n % 2) + draw.choice(words, 4).tolist()), *(["BR-1"] * (n % 2))
        )
        for n in range(40)
    ]

    model, held = Trainer(BOOK, None).train(noise, seed=1)

    assert np.array_equal(model.share == 0, held.beaten | (held.truth.sum(axis=0) == 0))


@pytest.mark.parametrize("text", ["", " ", "🙂🙂", "\x00\x07", "x" * 100_000, "да нет", "?"])
def test_any_text_is_coded_or_has_no_code(coder, text):
    for coding in coder.code(Redacted(text), "problem"):
        assert 0 <= coding.start < coding.end <= len(text)
