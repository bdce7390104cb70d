from analysis.evidence.counting.themes import count_themes, count_written


def test_answers_of_nothing_are_told_apart_by_what_they_say():
    flagged = {("best", "off-topic"): 5, ("best", "nothing-good"): 3, ("best", "nothing-wrong"): 1}

    assert count_written({"best": 12, "else": 4}, flagged) == {
        "best": {"answered": 7, "nothing_wrong": 1, "nothing_good": 3, "nothing_said": 1},
        "else": {"answered": 4, "nothing_wrong": 0, "nothing_good": 0, "nothing_said": 0},
    }


def test_themes_are_stepped_without_what_was_written():
    assert set(count_themes([], 0, len, ()).to_json()) == {
        "wrote",
        "families",
        "polarities",
        "other",
    }
