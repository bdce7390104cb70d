import json
from dataclasses import replace

from analysis.reporting.plotly_figures import aim_figure
from tests.reporting.made import CLOSED, EARLY, FULL, SURVEY, card


def test_each_process_is_a_trace_with_its_own_shape():
    figure = aim_figure(card(FULL), SURVEY)
    assert [(trace["name"], trace["marker"]["symbol"]) for trace in figure["data"]] == [
        ("Van", "circle-open"),
        ("Doorstep", "circle"),
    ]


def test_a_point_is_the_share_in_every_hundred_with_its_range():
    trace = aim_figure(card(FULL), SURVEY)["data"][1]
    assert trace["x"][0] == 60
    assert round(trace["error_x"]["array"][0], 6) == 10.4
    assert trace["text"][0] == "24 of 40, 60 in every 100 (range 49 to 71)"


def test_a_figure_below_thirty_is_not_in_it_at_all():
    figure = aim_figure(card(EARLY), SURVEY)
    assert [trace["name"] for trace in figure["data"]] == ["Van"]
    assert "9 of 23" not in json.dumps(figure)


def test_a_hidden_process_is_not_in_it_at_all():
    figure = aim_figure(card(CLOSED), SURVEY)
    assert [(trace["name"], trace["x"][0]) for trace in figure["data"]] == [("Van", 100 * 30 / 61)]


def test_there_is_no_figure_where_nothing_is_shown():
    both = replace(CLOSED, old=CLOSED.pilot)
    assert aim_figure(card(both), SURVEY) is None


def test_it_carries_no_template_and_no_tool_bar():
    figure = aim_figure(card(FULL), SURVEY)
    assert figure["layout"].get("template") is None
    assert figure["config"]["displayModeBar"] is False


def test_a_question_with_signs_of_html_is_escaped_for_the_chart():
    nasty = replace(FULL, measure="unknown", says="<b>x</b>")
    assert aim_figure(card(nasty), SURVEY)["data"][0]["y"] == ["&lt;b&gt;x&lt;/b&gt;"]
