"""What stands behind the comparisons, as tables of files."""

from dataclasses import replace

from analysis.report import Effect, Score, Shown
from analysis.reporting.files.tables.background import health_table, scores_table
from analysis.reporting.files.tables.findings import theme_aims_table
from tests.reporting.files.made import FEW, REPORT


def test_a_theme_stands_under_each_aim_that_it_bears_on(survey):
    theme = replace(REPORT.themes[0], aims=(REPORT.aims[0].id,))
    (row,) = theme_aims_table(replace(REPORT, themes=(theme,))).rows

    assert row[:4] == (theme.label, REPORT.aims[0].name, 23, 64)


def test_a_score_is_told_in_whole_points_with_how_far_its_questions_hang_together(survey):
    shown = Score(
        "W1",
        "Warm",
        "shown",
        Shown(61.4, 40, (52.0, 70.8)),
        Shown(55.0, 61, (49.1, 61.0)),
        Shown(6.4, 40, (-4.2, 16.0)),
        Shown(0.8, 90, (0.7, 0.9)),
        Shown(0.816, 90),
    )
    apart = replace(shown, state="apart", pilot=FEW, old=FEW, difference=FEW)
    told = replace(REPORT, health=replace(REPORT.health, scores=(shown, apart)))
    first, second = scores_table(told, survey).rows

    assert first[1:9] == (61, 52, 71, 55, 49, 61, -5, 16)
    assert first[-1] == "alpha 0.80, range 0.70 to 0.90; omega 0.82"
    assert second[1:9] == (None,) * 8


def test_wider_ranges_and_what_is_left_without_one_setting_are_in_the_file(survey):
    effect = Effect("W1", "Warm", Shown(1.52, 43), FEW, Shown(0.1, 43, (-0.05, 0.25)))
    told = replace(REPORT, health=replace(REPORT.health, effects=(effect,)))
    pilot, old, without = [row for row in health_table(told, survey).rows if "Warm" in row]

    assert (pilot[-1], old[-1], without[-1]) == ("1.5", None, "5 fewer and 25 more")


def test_families_that_count_in_effect_are_in_the_file(survey):
    told = replace(REPORT, health=replace(REPORT.health, in_effect=(Shown(35, 43), Shown(45, 59))))
    rows = [row for row in health_table(told, survey).rows if "in effect" in row[0]]

    assert [row[3:5] for row in rows] == [(35, 43), (45, 59)]
