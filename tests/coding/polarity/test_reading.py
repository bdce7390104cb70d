import pytest

from analysis.coding.polarity.reading import PolarityReader, Reading, Span, reconcile
from analysis.definitions.codebook import PolarityWords

READER = PolarityReader(
    PolarityWords(
        well=("good", "helpful", "kind", "brilliant", "couldnt fault", "for once"),
        badly=("rude", "late", "fault*", "complain*", "rushed", "waiting"),
        neutral=("not only",),
        negation=("not", "no", "never", "nobody", "wasnt"),
        wish=("should", "would be good", "please", "wish"),
        past=("last year",),
        now=("this year",),
        lived=("it was", "they were"),
        halfway=("so so", "in two minds"),
        contrast=("but",),
        sarcasm=("as usual",),
    ),
    {},
)


def polarity(text, tone="mixed", usual="both", leanings=()):
    clause = READER.read(text.rstrip("?").split(), question=text.endswith("?"))
    return READER.decide(clause, tone, usual, leanings).polarity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they were kind", "+"),
        ("they were rude", "-"),
        ("they were not very helpful", "-"),
        ("nobody was rude", "+"),
        ("no complaints about her", "+"),
        ("couldnt fault them", "+"),
        ("it wasnt rushed", "+"),
        ("not only helpful", "+"),
        ("no report", "-"),
        ("kind but late", "mixed"),
        ("it was so so", "mixed"),
        ("the letter should be kind", "suggestion"),
        ("would be good if they rang", "suggestion"),
        ("where is it?", "-"),
        ("brilliant service as usual", "-"),
    ],
)
def test_a_clause_speaks_as_its_words_say(text, expected):
    assert polarity(text) == expected


def test_a_denial_does_not_reach_past_a_contrast():
    assert polarity("not late but kind") == "+"


def test_what_is_usual_decides_where_the_words_are_silent():
    assert [polarity("the letter", usual=usual) for usual in ("+", "-")] == ["+", "-"]


def test_words_outweigh_what_is_usual():
    assert polarity("the letter was good", usual="-") == "+"


def test_under_what_went_well_a_bare_fact_is_praise():
    assert polarity("the letter", tone="praise") == "+"


def test_under_what_got_in_the_way_a_bare_fact_is_a_problem():
    assert polarity("the letter", tone="problem") == "-"


def test_blame_under_what_went_well_stays_blame():
    assert polarity("they were rude", tone="praise") == "-"


def test_as_usual_is_meant_well_under_what_went_well():
    assert polarity("brilliant as usual", tone="praise") == "+"


def test_what_is_wished_for_is_a_suggestion_without_a_word_of_wish():
    assert polarity("kind people", tone="suggestion") == "suggestion"


def test_what_was_lived_through_is_no_wish():
    assert polarity("it was late", tone="suggestion") == "-"


def test_a_phrase_of_the_code_carries_its_own_praise():
    assert polarity("a fortnight", usual="-", leanings=[Span("well", 0, 2, 1.5)]) == "+"


def test_a_longer_phrase_hides_the_words_in_it():
    assert polarity("it was late", leanings=[Span("well", 0, 3, 1.5)]) == "+"


def test_bad_last_year_and_good_this_year_is_praise():
    before, today = Reading("-", True, past=True), Reading("+", True, now=True)
    assert reconcile([before, today]) == ["+", "+"]


def test_good_and_bad_today_stay_apart():
    assert reconcile([Reading("-", True, now=True), Reading("+", True)]) == ["-", "+"]


def test_a_clause_that_does_not_say_follows_one_that_does():
    assert reconcile([Reading("-", False), Reading("+", True)]) == ["+", "+"]
