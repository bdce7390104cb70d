from hypothesis import given
from hypothesis import strategies as st

from analysis.store.desk.codings import Coded
from app.staff.pages.marking import cut_text, quoted

TEXT = "late letter but kind staff"


def coded(start, end, *evidence):
    return Coded("phrases", False, "C-1", "-", start, end, 0.5, evidence)


def test_a_text_without_codes_is_one_piece():
    pieces = cut_text(TEXT, [])
    assert [(piece.text, piece.codings) for piece in pieces] == [(TEXT, ())]


def test_two_parts_carry_the_numbers_of_their_codings():
    pieces = cut_text(TEXT, [coded(0, 11), coded(12, 26)])
    assert [(piece.text, piece.codings, piece.begins) for piece in pieces] == [
        ("late letter", (1,), (1,)),
        (" ", (), ()),
        ("but kind staff", (2,), (2,)),
    ]


def test_what_a_code_rests_on_is_a_piece_of_its_own():
    pieces = cut_text(TEXT, [coded(0, 11, (0, 4))])
    assert [(piece.text, piece.evidence) for piece in pieces[:2]] == [
        ("late", True),
        (" letter", False),
    ]


def test_codings_that_overlap_share_their_piece():
    pieces = cut_text(TEXT, [coded(0, 15), coded(5, 20)])
    assert [piece.codings for piece in pieces] == [(1,), (1, 2), (2,), ()]


def test_a_code_of_the_whole_text_by_a_person_marks_nothing():
    whole = Coded("Ann", True, "C-1", "+", None, None, None, ())
    assert cut_text(TEXT, [whole])[0].codings == ()


def test_the_words_a_code_rests_on_are_quoted():
    assert quoted(TEXT, coded(0, 26, (0, 4), (16, 20))) == ["late", "kind"]


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@given(text=st.text(max_size=26), parts=st.lists(st.tuples(spans, spans), max_size=5))
def test_the_pieces_always_make_up_the_text(text, parts):
    codings = [coded(*part, tuple(evidence)) for part, evidence in parts]
    assert "".join(piece.text for piece in cut_text(text, codings)) == text
