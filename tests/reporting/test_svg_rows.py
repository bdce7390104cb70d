"""A row of months as a chart: what is drawn, and that nothing of it is markup of others."""

import xml.etree.ElementTree as ET

import pytest

from analysis.reporting.svg import OLD, PILOT
from analysis.reporting.svg_rows import Row, row_chart

NASTY = "<script>alert('x')</script> & \"quotes\""
ROWS = [
    Row(PILOT, [(0.1, 0.4), (0.5, 0.6), (0.9, 1.0)], 0.6),
    Row(OLD, [(0.1, 0.5)], 0.5),
]


def drawn(rows=ROWS, ticks=(), marks=(), title="A title"):
    return ET.fromstring(row_chart(rows, ticks, marks, title, "one"))


def lines(chart, **wanted):
    return [
        line
        for line in chart.iter("line")
        if all(line.attrib.get(key.replace("_", "-")) == value for key, value in wanted.items())
    ]


def test_a_chart_is_an_image_with_a_name():
    chart = drawn()

    assert chart.attrib["role"] == "img"
    assert chart[0].text == "A title"


def test_every_point_has_its_sign():
    assert len(list(drawn().iter("circle"))) == 4


def test_points_are_joined_one_after_the_other():
    assert len(lines(drawn(), stroke_width="2.5")) == 2


def test_a_higher_share_stands_higher():
    tops = [float(circle.attrib["cy"]) for circle in drawn().iter("circle")][:3]

    assert tops == sorted(tops, reverse=True)


def test_the_middle_reaches_from_the_first_point_to_the_last():
    middle = lines(drawn(), stroke_dasharray="6 4")[0]

    assert (middle.attrib["x1"], middle.attrib["x2"]) == ("10.0%", "90.0%")


def test_what_is_usual_is_drawn_where_it_is_known():
    limits = [(0.1, 0.2, 0.8), (0.5, 0.1, 0.9), (0.9, 0.2, 0.8)]

    chart = drawn([Row(PILOT, [(0.1, 0.4), (0.5, 0.6)], 0.6, limits)])

    assert len(lines(chart, stroke_width="1")) == 4  # one above and one below, from point to point


@pytest.mark.parametrize(("place", "anchor"), [(0.2, None), (0.8, "end")])
def test_a_mark_keeps_its_words_inside(place, anchor):
    texts = [t for t in drawn(marks=[(place, "began")]).iter("text") if t.text == "began"]

    assert texts[0].attrib.get("text-anchor") == anchor


def test_an_empty_row_draws_no_sign():
    assert not list(drawn([Row(PILOT, [])]).iter("circle"))


def test_words_of_others_are_no_markup():
    chart = row_chart(ROWS, [(0.5, NASTY)], [(0.5, NASTY)], NASTY, "one")

    assert "<script" not in chart
    assert chart.count("&lt;script") == 3
