import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.segmentation import split_segments

TYPED = st.text(
    alphabet=st.sampled_from("aeimnstw .,;:!?…\n'’-–()\"😊1") | st.characters(codec="utf-8")
)


def parts(text):
    return [text[start:end] for start, end in split_segments(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs. Bell and Dr. J. Smith came e.g. the new one",
        "he gets 1:1 for 2.5 hours, about 3 p.m. each day",
        "good but slow",
        "nothing but praise for her",
        "not yet",
        "you can write to me at a.b@example.org",
    ],
)
def test_what_holds_together_is_one_segment(text):
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was late. They said sorry.", ["It was late.", "They said sorry."]),
        ("waited 9 weeks...nothing", ["waited 9 weeks...", "nothing"]),
        ("ok.then they said no", ["ok.", "then they said no"]),
        ("no agenda\nno tea", ["no agenda", "no tea"]),
        ("- nobody came\n- it was cold", ["- nobody came", "- it was cold"]),
        (
            "teacher was kind but the letter never came",
            ["teacher was kind", "but the letter never came"],
        ),
        ("it helped, although I was tired", ["it helped,", "although I was tired"]),
        (
            "she rang me back and they did what we agreed",
            ["she rang me back", "and they did what we agreed"],
        ),
        ("last year was bad, this year was good", ["last year was bad,", "this year was good"]),
        ("I asked — they laughed", ["I asked", "— they laughed"]),
        ("went well: they listened", ["went well:", "they listened"]),
        ("He came in (smiling). Great!", ["He came in (smiling).", "Great!"]),
    ],
)
def test_a_text_is_cut_where_something_new_is_said(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_text_of_spaces_has_no_segments(text):
    assert split_segments(text) == ()


def test_a_text_without_words_is_one_segment():
    assert parts(" !!! ") == ["!!!"]


@given(TYPED)
def test_segments_are_in_order_and_do_not_overlap(text):
    ends = [0]
    for start, end in split_segments(text):
        assert ends[-1] <= start < end
        ends.append(end)


@given(TYPED)
def test_segments_cover_every_character_but_space(text):
    covered = {place for start, end in split_segments(text) for place in range(start, end)}
    assert {n for n, letter in enumerate(text) if not letter.isspace()} <= covered


@given(TYPED)
def test_no_cut_falls_inside_a_word(text):
    for start, _ in split_segments(text)[1:]:
        assert not (text[start - 1].isalnum() and text[start].isalnum())


@given(TYPED)
def test_no_segment_begins_or_ends_with_space(text):
    assert all(part == part.strip() for part in parts(text))
