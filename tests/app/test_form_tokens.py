from hypothesis import given
from hypothesis import strategies as st

from app.form_tokens import is_token, make_token

SECRET, ANOTHER = b"s" * 32, b"a" * 32


def test_a_token_is_known_by_the_secret_that_made_it():
    assert is_token(SECRET, make_token(SECRET))
    assert not is_token(ANOTHER, make_token(SECRET))


def test_no_two_tokens_are_alike():
    assert make_token(SECRET) != make_token(SECRET)


@given(st.text())
def test_anything_else_is_no_token(text):
    assert not is_token(SECRET, text)
