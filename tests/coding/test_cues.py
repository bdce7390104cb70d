from analysis.coding.cues import CueFinder, Hit, sureness
from tests.coding.made import QUEUE, codebook


def hits(text):
    return CueFinder(codebook(QUEUE)).find(text.split()).get("QU-1", [])


def test_a_phrase_is_found_with_its_place():
    assert [hit.places for hit in hits("a long queue")] == [((2, 3),)]


def test_parts_of_a_phrase_meet_in_whatever_order():
    assert next(hit.places for hit in hits("ten minutes at the till")) == ((1, 2), (4, 5))


def test_one_part_alone_is_no_phrase():
    assert hits("at the till") == []


def test_beside_a_phrase_that_excludes_it_a_code_has_no_hits():
    assert hits("the snooker cue in the queue") == []


def test_a_phrase_that_carries_blame_says_so():
    assert {hit.kind for hit in hits("we stood outside")} == {"cue", "badly"}


def test_a_longer_phrase_is_surer():
    short, long = Hit("cue", 0.5, ((0, 1),)), Hit("cue", 0.7, ((0, 3),))
    assert sureness([long]) > sureness([short])


def test_a_phrase_inside_another_adds_nothing():
    inner, outer = Hit("cue", 0.5, ((0, 1),)), Hit("cue", 0.7, ((0, 3),))
    assert sureness([inner, outer]) == sureness([outer])


def test_two_phrases_apart_are_surer_than_one():
    left, right = Hit("cue", 0.5, ((0, 1),)), Hit("cue", 0.5, ((2, 3),))
    assert 0.5 < sureness([left, right]) < 1
