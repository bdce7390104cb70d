import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.report import Hidden, Shown, Why
from analysis.reporting.svg import (
    COLOURS,
    HUNDRED,
    OLD,
    PILOT,
    Bars,
    Dots,
    Scale,
    dot_and_range,
    shape,
    small_bar,
    stacked_bars,
)

SHARE = Shown(0.6, 40, (0.45, 0.74))
NASTY = "<script>alert('x')</script> & \"quotes\""
DIFFERENCE = Scale(-0.4, 0.4, [(-0.4, "40 fewer"), (0.0, "same"), (0.4, "40 more")], middle=0.0)


def drawn(svg):
    return ET.fromstring(svg)


def dots(*marks):
    return dot_and_range([Dots("An aim", dict(marks))], HUNDRED, "A title", "one")


def test_a_chart_is_an_image_with_a_name():
    chart = drawn(dots((PILOT, SHARE)))
    assert chart.attrib["role"] == "img"
    assert chart.attrib["aria-labelledby"] == chart[0].attrib["id"] == "one"
    assert chart[0].text == "A title"


def test_a_share_stands_where_its_number_says():
    circle = drawn(dots((PILOT, SHARE))).find("circle")
    assert circle.attrib["cx"] == "60.0%"


def test_a_range_reaches_from_its_low_to_its_high_end():
    lines = drawn(dots((PILOT, SHARE))).findall("line")
    thick = next(line for line in lines if line.attrib["stroke-width"] == "4")
    assert (thick.attrib["x1"], thick.attrib["x2"]) == ("45.0%", "74.0%")


def test_the_processes_differ_in_shape_and_not_in_colour_alone():
    pilot, old = shape(PILOT), shape(OLD)
    assert f'fill="{COLOURS[PILOT]}"' in pilot
    assert 'fill="#fff"' in old
    assert f'stroke="{COLOURS[OLD]}"' in old


def test_a_hidden_figure_leaves_its_reason_and_no_dot():
    chart = drawn(dots((PILOT, Hidden(Why.UNDER_10))))
    assert chart.find("circle") is None
    assert "fewer than 10 replies" in "".join(chart.itertext())


def test_words_may_stand_in_place_of_a_dot():
    assert "Pilot: 9 of 23" in dots((PILOT, "Pilot: 9 of 23"))


def test_what_others_wrote_is_escaped_everywhere():
    chart = dot_and_range([Dots(NASTY, {PILOT: NASTY})], HUNDRED, NASTY, NASTY)
    bars = stacked_bars([Bars(NASTY, {PILOT: NASTY})], NASTY, NASTY)
    for svg in (chart, bars):
        assert "<script" not in svg
        assert drawn(svg).attrib["role"] == "img"


def test_no_chart_carries_a_style():
    svg = dots((PILOT, SHARE), (OLD, SHARE)) + stacked_bars([BARS], "t", "n")
    assert "style" not in svg


BARS = Bars("A question", {OLD: [("right", Shown(20, 40)), ("problem", Shown(20, 40))]})


def test_the_parts_of_a_bar_stand_beside_each_other_and_fill_it():
    parts = drawn(stacked_bars([BARS], "t", "n")).findall(".//rect")
    assert [(part.attrib["x"], part.attrib["width"]) for part in parts] == [
        ("0.0%", "50.0%"),
        ("50.0%", "50.0%"),
    ]


def test_a_part_too_narrow_for_its_number_has_none():
    bars = Bars("q", {OLD: [("right", Shown(38, 40)), ("problem", Shown(2, 40))]})
    assert re.findall(r">(\d+)</text>", stacked_bars([bars], "t", "n")) == ["95"]


def test_a_difference_of_nothing_stands_in_the_middle():
    figure = Shown(0.0, 20, (-0.1, 0.1))
    chart = drawn(dot_and_range([Dots("", {PILOT: figure})], DIFFERENCE, "t", "n"))
    assert chart.find("circle").attrib["cx"] == "50.0%"


def test_a_long_label_is_broken_so_that_it_fits_a_phone():
    label = "A question so long that no telephone could ever show it on one line"
    lines = [text.text for text in drawn(dot_and_range([Dots(label, {})], HUNDRED, "t", "n"))]
    assert max(len(line or "") for line in lines) <= 38


def test_a_number_near_the_right_edge_stands_on_the_other_side():
    chart = drawn(dots((PILOT, Shown(0.97, 40, (0.9, 1.0)))))
    number = next(text for text in chart.findall("text") if text.text == "97")
    assert number.attrib["text-anchor"] == "end"


@pytest.mark.parametrize("figure", [Hidden(Why.UNDER_10), Shown(0, 0)])
def test_a_bar_in_a_table_is_left_out_where_there_is_nothing_to_draw(figure):
    assert small_bar(figure) == ""


shares = st.floats(0, 1)


@given(ends=st.tuples(shares, shares, shares).map(sorted))
def test_nothing_is_ever_drawn_outside_the_chart(ends):
    low, middle, high = ends
    chart = dots((PILOT, Shown(middle, 40, (low, high))))
    places = [float(x) for x in re.findall(r'(?:x1|x2|cx|x)="([\d.-]+)%"', chart)]
    assert all(0 <= place <= 100 for place in places)


def test_a_label_too_long_for_one_line_leaves_no_word_alone():
    chart = drawn(
        dot_and_range([Dots("Prepares for the adulthood they aspire to", {})], HUNDRED, "A", "a")
    )
    said = [text.text for text in chart.iter() if text.tag.endswith("text")]

    assert said[:2] == ["Prepares for the", "adulthood they aspire to"]
