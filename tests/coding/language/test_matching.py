import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.language.matching import PhraseMatcher
from analysis.errors import InputError

SAME_WORDS = {"council": ["town hall", "the la", "authorit*"], "number": ["two", "several"]}


def found(phrase, text, same_words=SAME_WORDS):
    words = text.split()
    matcher = PhraseMatcher([phrase], same_words)
    return [" ".join(words[m.start : m.end]) for m in matcher.find(words)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("no letter", "there was no letter yet", ["no letter"]),
        ("chas*", "i chased and chase", ["chased", "chase"]),
        ("wait|waited", "we waited", ["waited"]),
        ("report ... late", "the report came late", ["report came late"]),
        ("report ... late", "the report late", ["report late"]),
        ("report ... late", "report a b c late", ["report a b c late"]),
        ("report ... late", "report a b c d late", []),
        ("didn't say", "they didnt say", ["didnt say"]),
        ("follow-up", "a follow up", ["follow up"]),
        ("# weeks", "after two weeks or 6 weeks", ["two weeks", "6 weeks"]),
        ("No Letter", "no letter", ["no letter"]),
    ],
)
def test_a_phrase_finds_what_it_says(phrase, text, expected):
    assert found(phrase, text) == expected


@pytest.mark.parametrize("said", ["council", "town hall", "the la", "authority"])
def test_the_head_of_a_list_stands_for_all_of_it(said):
    assert found("council ... never", f"our {said} has never") == [f"{said} has never"]


def test_another_word_of_a_list_stands_for_itself_alone():
    assert found("town hall", "the council") == []


def test_a_phrase_may_end_with_an_entry_of_several_words():
    assert found("ring|write council", "i ring town hall") == ["ring town hall"]


@pytest.mark.parametrize("phrase", ["", "... late", "late ..."])
def test_a_phrase_without_a_first_and_last_word_is_refused(phrase):
    with pytest.raises(InputError, match="expected a word first and last"):
        PhraseMatcher([phrase], {})


def test_many_phrases_are_told_apart_by_number():
    matcher = PhraseMatcher(["a b", "b", "a ... c"], {})
    assert sorted(m.phrase for m in matcher.find(["a", "b", "c"])) == [0, 1, 2]


WORDS = st.sampled_from(["a", "b", "ab", "c"])


@given(
    phrase=st.lists(WORDS | st.just("a*") | st.just("..."), min_size=1, max_size=5).filter(
        lambda p: p[0] != "..." != p[-1]
    ),
    text=st.lists(WORDS, max_size=9),
)
def test_it_finds_where_a_regular_expression_finds(phrase, text):
    parts = {"...": r"(?:\w+ ){0,3}", "a*": r"a\w* "}
    pattern = re.compile(
        "".join(
            parts.get(part, f"{part} ")
            for part in re.sub(r"(\.\.\. )+", "... ", " ".join(phrase)).split()
        )
    )
    sentence = "".join(f"{word} " for word in text)
    starts = [sum(len(w) + 1 for w in text[:n]) for n in range(len(text))]
    expected = {n for n, start in enumerate(starts) if pattern.match(sentence, start)}
    matcher = PhraseMatcher([re.sub(r"(\.\.\. )+", "... ", " ".join(phrase))], {})
    assert {match.start for match in matcher.find(text)} == expected
