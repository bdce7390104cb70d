import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize("given", ["olivia", "Aoife", "PRIYANKA", "temitope", "agnieszka", "yusuf"])
def test_a_listed_name_is_found_as_it_stands(given):
    assert found(f"they all listened to {given} there") == [(given, "person")]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Mrs", "Penhallow-Roy"), ("mr", "quib"), ("Dr", "Honey"), ("our caseworker, a Mr", "Voss"),
        ("Miss", "Honey"), ("miss", "okonjo"), ("auntie", "Jean"), ("Cllr", "Brown"),
    ],
)  # fmt: skip
def test_what_follows_a_title_is_a_name(before, name):
    (words, kind), *others = found(f"so {before} {name} came")
    assert (words.endswith(name), kind, others) == (True, "person", [])


def test_a_title_goes_with_its_name_and_a_kinship_stays():
    assert found("so Dr. Honey rang") == [("Dr. Honey", "person")]
    assert found("so auntie Jean rang") == [("Jean", "person")]


def test_a_byname_goes_with_its_name():
    assert found("ask Big Sue and lil olivia") == [("Big Sue", "person"), ("lil olivia", "person")]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("my son", "Quib"), ("my daughter", "zubayra"), ("his TA", "grace"), ("our boy", "Mark"),
        ("my little one", "bibiana"), ("the teacher called", "brenda"), ("her name is", "Bear"),
        ("my daughter", "hope"), ("our EHCP co-ordinator", "Quibby"),
    ],
)  # fmt: skip
def test_what_follows_a_role_is_a_name(before, name):
    assert found(f"and {before} {name} was there") == [(name, "person")]


@pytest.mark.parametrize(
    "text",
    [
        "I miss the old way", "dr said no", "my son will need help", "his ta may leave",
        "my daughter hope",
        "the teacher will ring", "my sons hope so", "my son struggles", "my daughter dosent sleep",
        "uncle of mine", "his mum and dad", "called the council", "my son ADHD", "the SENCO said",
    ],
)  # fmt: skip
def test_a_word_after_a_title_or_a_role_can_be_no_name(text):
    assert [words for words, _ in found(text)] in ([], ["hope"])


@pytest.mark.parametrize(
    "text",
    [
        "Will anyone ring?", "We waited till May", "May I say", "Mark my words", "Rose to the top",
        "Grace period over", "Hope this helps", "in good Faith", "Art is his thing", "Bill for it",
        "Summer term", "June was hard", "April showers", "a piece of cake, such a joy",
        "Rich parents",
        "I have no hope and no faith", "Rob the budget", "Frank talk", "Joy.", "the Art room",
        "Summer came and went", "Dear all", "jack of all trades", "his teddy bear",
    ],
)  # fmt: skip
def test_a_word_that_is_also_a_name_stays_a_word(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Will's targets", "I told Will twice", "Grace and Hope both sat in",
        "Rose from the hub came",
        "April who does the 1:1", "and Joy said so", "Grace needs more", "May Okonjo rang",
        "will's plan",
        "Mark was kind", "thanks, Grace",
    ],
)  # fmt: skip
def test_a_word_that_is_also_a_name_is_one_where_its_surroundings_say_so(text):
    assert found(text)[0][1] == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Quibella was kind",
        "they asked Quibella twice",
        "and Quibella's plan",
        "quibella wanted more",
    ],
)
def test_a_word_in_no_list_is_a_name_where_it_stands_like_one(text):
    assert [words.lower() for words, _ in found(text)] == ["quibella"]


@pytest.mark.parametrize(
    "text",
    [
        "a Quibella approach", "the Quibella programme", "Quibella syndrome",
        "QUIB rang",
        "Section F and Year 6", "Key Stage 2", "Down's and Tourette's", "Ofsted, CAMHS and SALT",
        "We used Makaton, PECS and Lego", "on Monday in October", "Polish, Somali and Urdu",
        "Mum, Dad, Nan",
        "Tarrowshire Council came", "the Physiotherapist and the Neurologist",
        "the Meetign was late",
    ],
)  # fmt: skip
def test_proper_names_that_say_nothing_about_a_family_stay(text):
    assert found(text) == []
