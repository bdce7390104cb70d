import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    "name",
    [
        "Danuta Ferris", "Ngozi Eze", "Gwenllian ap Rhys", "Shanelle Okafor-Byrne", "Mary J Blyth",
        "Siobhán", "Ellie-Mae", "Mohammed bin Yusuf", "Xiao Ming", "danuta ferris", "olivia brown",
    ],
)  # fmt: skip
def test_a_name_is_taken_whole(name):
    assert found(f"i asked {name} for them") == [(name, "person")]


def test_a_name_ends_where_its_possessive_does():
    assert found("Olivia's Head was kind") == [("Olivia", "person")]


def test_every_later_mention_is_found_in_small_letters_too():
    text = "Zubayr was out. Nobody asked zubayr or his friends about zubayrs views"
    assert [words for words, _ in found(text)] == ["Zubayr", "zubayr", "zubayrs"]


def test_an_earlier_mention_is_found_too():
    assert len(found("mum of danutka here. My daughter Danutka is nine")) == 2


def test_a_surname_alone_is_found_once_the_name_was_said():
    text = "Ask Emma Brown. Then Brown asked for brown paper."
    assert found(text) == [("Emma Brown", "person"), ("Brown", "person")]


def test_a_word_that_was_a_name_once_stays_a_word_in_small_letters():
    assert found("We asked Will and he will ring") == [("Will", "person")]
