import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    "name",
    [
        "Larkbeck Academy", "Quillmoor School", "Thorncombe Primary", "Ashgrove Infants",
        "St Aldhelm's Catholic High School", "St Cuthbert's C of E Primary School", "St Bride's",
        "St. Winifred's R.C. Juniors", "Holy Trinity", "Marlpit House", "Little Acorns Nursery",
        "Old Mill and Hollow Lane School", "Oddlington School for Girls", "Brambleholt",
        "Ravensmoor High", "Green Lane Primary School",
    ],
)  # fmt: skip
def test_a_setting_is_found_by_its_name(name):
    assert found(f"At {name} they do what they can.") == [(name, "school")]


@pytest.mark.parametrize(
    "name",
    [
        "greenhollow primary",
        "fernhollow school",
        "hollybank",
        "st marys",
        "st marks",
        "marlpit house",
    ],
)
def test_a_setting_is_found_in_small_letters(name):
    assert found(f"at {name} they do what they can") == [(name, "school")]


@pytest.mark.parametrize(
    "text",
    [
        "his new school is good", "Lovely school", "every Primary School in the borough",
        "a special school or a mainstream one", "Whoever came", "The Ed psych came",
        "Forest School on Fridays",
        "the Virtual School rang",
        "the high school is far", "at Christmas", "St George's Hospital wrote",
        "at home and at school",
        "Our nursery was kind", "she left school and college", "at Tesco",
    ],
)  # fmt: skip
def test_a_school_without_a_name_stays(text):
    assert found(text) == []


def test_a_name_in_brackets_after_the_nursery_is_its_name():
    assert found("The nursery (Tiny Steps) was kind") == [("Tiny Steps", "school")]


def test_part_of_a_settings_name_standing_alone_is_it_again():
    text = "Quillmoor School rang. quillmoor rang again."
    assert found(text) == [("Quillmoor School", "school"), ("quillmoor", "school")]


def test_a_childs_school_is_no_name_of_a_school():
    assert found("Olivia's school rang") == [("Olivia", "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the willows cancelled it twice", "the willows"), ("asked for beeches in may", "beeches"),
        ("another week at the Larches.", "the Larches"), ("at Willow Barn is", "Willow Barn"),
        ("he goes brookvale and", "brookvale"),
        ("going to Copse Hill Girls from", "Copse Hill Girls"),
        ("puffin class has had four", "puffin class"), ("at swan lodge again", "swan lodge"),
    ],
)  # fmt: skip
def test_a_setting_is_found_as_families_shorten_it(text, name):
    assert found(text) == [(name, "school")]
