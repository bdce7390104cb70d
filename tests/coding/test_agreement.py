import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance

from analysis.coding.agreement import cohen_kappa, krippendorff_alpha
from analysis.errors import InputError

_ = None
FOUR_CODERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]


@pytest.mark.parametrize(
    ("distance", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_reproduces_the_published_example(distance, alpha):
    # Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C.
    assert krippendorff_alpha(FOUR_CODERS, distance) == pytest.approx(alpha, abs=5e-4)


def test_kappa_reproduces_a_worked_table():
    # 50 grants, two readers: 20 yes of both, 15 no of both, 5 and 10 apart; kappa is 0.4.
    a = "y" * 25 + "n" * 25
    b = "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15
    assert cohen_kappa(a, b) == pytest.approx(0.4)


def by_nltk(ratings, distance):
    rows = [
        (f"c{coder}", f"u{unit}", value)
        for coder, row in enumerate(ratings)
        for unit, value in enumerate(row)
        if value is not None
    ]
    return AnnotationTask(rows, distance)


TABLES = (
    st.integers(2, 8)
    .flatmap(
        lambda units: st.lists(
            st.lists(st.sampled_from([1, 2, 3, 5]), min_size=units, max_size=units),
            min_size=2,
            max_size=4,
        )
    )
    .filter(lambda rows: len({value for row in rows for value in row}) > 1)
)


@given(TABLES)
def test_alpha_is_that_of_nltk(ratings):
    for name, distance in (("nominal", binary_distance), ("interval", interval_distance)):
        expected = by_nltk(ratings, distance).alpha()
        assert krippendorff_alpha(ratings, name) == pytest.approx(expected)


@given(TABLES)
def test_kappa_is_that_of_nltk(ratings):
    a, b = ratings[0], ratings[1]
    if len({*a, *b}) > 1:
        expected = by_nltk([a, b], binary_distance).kappa()
        assert cohen_kappa(a, b) == pytest.approx(expected)


@given(TABLES)
def test_the_order_of_coders_and_units_does_not_count(ratings):
    turned = [row[::-1] for row in ratings[::-1]]
    for distance in ("nominal", "ordinal", "interval"):
        assert krippendorff_alpha(turned, distance) == pytest.approx(
            krippendorff_alpha(ratings, distance)
        )


def test_sets_that_share_labels_agree_in_part():
    # Three units: the same, a subset (distance 1 - 2/3 * 1/2), nothing shared.
    ratings = [[{"a"}, {"a"}, {"b"}], [{"a"}, {"a", "b"}, {"c"}]]
    assert 0 < krippendorff_alpha(ratings, "masi") < 1


def test_an_empty_set_is_a_value_like_any_other():
    ratings = [[set(), {"a"}, {"b"}], [set(), {"a"}, {"b"}]]
    assert krippendorff_alpha(ratings, "masi") == 1


def test_coders_who_gave_one_value_to_all_agree():
    assert cohen_kappa("yy", "yy") == krippendorff_alpha([[1, 1], [1, 1]]) == 1


@pytest.mark.parametrize(("a", "b"), [("", ""), ("y", "yn")])
def test_kappa_of_unlike_lists_or_none_is_refused(a, b):
    with pytest.raises(InputError, match="as many units"):
        cohen_kappa(a, b)


@pytest.mark.parametrize("ratings", [[], [[1, 2]], [[1, None], [None, 2]]])
def test_alpha_without_a_unit_rated_twice_is_refused(ratings):
    with pytest.raises(InputError, match="no unit that two coders"):
        krippendorff_alpha(ratings)


def test_rows_of_unlike_length_are_refused():
    with pytest.raises(InputError, match="as many units of every coder"):
        krippendorff_alpha([[1, 2], [1]])


def test_an_unknown_distance_is_refused():
    with pytest.raises(InputError, match='found "ratio"'):
        krippendorff_alpha([[1, 2], [1, 2]], "ratio")


def test_a_text_is_no_set_of_labels():
    with pytest.raises(InputError, match="expected a set of labels"):
        krippendorff_alpha([["ab"], ["ab"]], "masi")
