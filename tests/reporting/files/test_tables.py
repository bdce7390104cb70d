from dataclasses import replace

import pytest

from analysis.report import (
    NO_HEALTH,
    Answer,
    Balance,
    CrossCells,
    Crossing,
    CrossRow,
    Health,
    Hidden,
    Known,
    Mix,
    MixRow,
    Reach,
    Shown,
    Why,
)
from analysis.reporting.files.tables import tables_of
from analysis.reporting.files.tables.findings import (
    all_comparisons,
    comparisons_table,
)
from tests.reporting.behind import HEALTH
from tests.reporting.files.made import LETTER, REPORT, SWIM, WARM


@pytest.fixture(scope="module")
def tables(survey):
    """Every table's rows, each as a mapping of column to cell."""
    return {
        table.name: [
            dict(zip((column.name for column in table.columns), row, strict=True))
            for row in table.rows
        ]
        for table in tables_of(REPORT, survey)
    }


def test_a_comparison_shows_the_figures_of_the_report(tables):
    warm = tables["comparisons"][0]

    assert (warm["pilot_families"], warm["pilot_of"]) == (21, 43)
    assert (warm["old_share"], warm["old_low"], warm["old_high"]) == (64, 51, 76)
    assert (warm["difference_low"], warm["difference_high"]) == (-5, 27)
    assert (warm["rule"], warm["ruling"]) == ("W4", "can't tell yet")


def test_a_comparison_has_its_bounds_and_how_the_answers_stand(survey):
    bounded = replace(WARM.pilot, between=Shown(0.5, 43, (0.455, 0.701)), early=Shown(7, 43))
    found = replace(
        WARM,
        pilot=bounded,
        standing=Shown(0.61, 43, (0.48, 0.744)),
        like_for_like=Shown(0.1, 43, (-0.051, 0.25)),
    )
    table = comparisons_table(replace(REPORT, others=(found,), aims=()), survey)
    row = dict(zip((column.name for column in table.columns), table.rows[0], strict=True))

    assert (row["pilot_open_low"], row["pilot_open_high"], row["pilot_early"]) == (45, 71, 7)
    assert (row["old_open_low"], row["old_early"]) == (None, None)
    assert [row[f"standing{end}"] for end in ("", "_low", "_high")] == [61, 48, 75]
    assert (row["like_low"], row["like_high"]) == (-6, 25)


def test_a_hidden_figure_is_an_empty_cell_beside_its_reason(tables):
    letter = tables["comparisons"][1]

    assert [letter[f"pilot_{name}"] for name in ("families", "of", "share", "settings")] == [
        None
    ] * 4
    assert letter["pilot_hidden"] == "fewer than 10 replies"
    assert (letter["old_families"], letter["old_share"]) == (13, None)
    assert letter["old_hidden"] == "no percentage below 30 replies"
    assert letter["difference_hidden"] == "fewer than 10 replies"


def test_every_comparison_stands_there_once():
    assert all_comparisons(replace(REPORT, through=(WARM,), others=(LETTER,))) == (
        WARM,
        LETTER,
        SWIM,
    )


def test_a_stage_has_a_row_a_process(tables):
    pilot, old = tables["stages"]

    assert [pilot[name] for name in ("problem", "right", "neutral", "na", "unknown", "of")] == [
        11,
        19,
        5,
        1,
        7,
        43,
    ]
    assert (old["problem"], old["hidden"]) == (None, "fewer than 10 replies")


def test_every_answer_that_was_given_has_a_row(tables):
    assert [(row["answer"], row["families"], row["of"]) for row in tables["answers"][:2]] == [
        ("Yes", 21, 43),
        ("No", 22, 43),
    ]


def test_a_theme_of_few_families_has_no_number(tables):
    cold, other = tables["themes"]

    assert (cold["families"], cold["negative"], cold["positive"]) == (23, 18, None)
    assert (other["families"], other["hidden"]) == (None, "too few to show")


def test_who_replied_is_told_by_process_and_by_reason(tables):
    found = {(row["group"], row["says"]): row["families"] for row in tables["who"]}

    assert found["Families by process", "New"] == 43
    assert found["Families by process", "Could not be placed"] is None
    assert found["Families with no meeting to tell of", "Should have had it"] == 12


def test_a_group_stands_beside_its_share_of_all(tables):
    pilot, old, area = tables["groups"]

    assert (pilot["families"], pilot["of"], pilot["process"]) == (28, 43, "New")
    assert (old["families"], old["hidden"]) == (None, "too few to show")
    assert (area["process"], area["share"]) == ("Pooltown", 37)


def test_months_stand_in_a_row_with_what_can_be_said(tables):
    first, second = tables["months"]

    assert (first["period"], first["families"], first["of"]) == ("2026-01/2026-03", 14, 27)
    assert first["sentence"] == "Too short to call a trend."
    assert (second["families"], second["of"]) == (None, None)


def test_who_gave_no_answer_is_counted(tables):
    pilot, old = tables["missing"]

    assert (pilot["families"], pilot["of"], old["families"]) == (6, 49, None)


def test_a_table_without_a_row_is_left_out(survey):
    bare = replace(REPORT, stop_signs=(), themes=(), who_replied=(), trends=(), health=NO_HEALTH)

    assert {table.name for table in tables_of(bare, survey)} == {
        "comparisons",
        "answers",
        "stages",
        "who",
    }


def test_every_choice_is_one_of_its_options(survey):
    more = replace(
        REPORT, unclear_reasons=(Answer("not enough known", "not enough known", Shown(11, 11)),)
    )
    for table in tables_of(more, survey):
        for at, column in enumerate(table.columns):
            cells = {row[at] for row in table.rows} - {None}
            assert column.kind != "choice" or cells <= set(column.options), column


@pytest.fixture(scope="module")
def behind(survey):
    """The tables of what stands behind a report that has all of it."""
    small = Hidden(Why.SMALL)
    kinds = (CrossCells("pilot", "new", "New kind", (("Yes", Shown(7, 20)), ("No", small))),)
    health = Health(
        known=(Known("pilot", Shown(43, 43), Shown(9, 43), Shown(40, 43), Shown(0.3, 40)),),
        balance=(Balance("age", "Young", Shown(0.4, 40), Shown(0.5, 60), Shown(0.45, 100)),),
        reach=(Reach("warm", Shown(20, 0), Shown(35, 43), Shown(0, 61), "needed", "enough"),),
    )
    full = replace(
        REPORT,
        crossings=(Crossing("asked", "Who asked", (CrossRow("q1", "Asked?", kinds),)),),
        mixes=(
            Mix("age", "Age", "pilot", ("2026-01/2026-03",), (MixRow("y", "Young", (small,)),)),
        ),
        health=health,
    )
    return {
        table.name: [
            dict(zip((column.name for column in table.columns), row, strict=True))
            for row in table.rows
        ]
        for table in tables_of(full, survey)
    }


def test_questions_by_kind_of_review_keep_what_is_hidden(behind):
    yes, no = behind["crossings"]

    assert (yes["kind_of_review"], yes["answer"], yes["families"], yes["of"]) == (
        "New kind",
        "Yes",
        7,
        20,
    )
    assert (no["families"], no["of"]) == (None, None)
    assert no["hidden"].startswith("hidden: few families")


def test_who_replied_when_names_the_group_and_the_months(behind):
    row = behind["mixes"][0]

    assert (row["says"], row["period"], row["families"]) == ("Young", "2026-01/2026-03", None)


def test_how_far_answers_bear_stands_in_one_table(behind):
    shares = [row["share"] for row in behind["health"] if row["share"] is not None]
    needed = [(row["families"], row["state"]) for row in behind["health"] if row["state"]]

    assert shares == [30, 40, 50, 45]
    assert needed == [(35, "more replies needed"), (None, "enough now")]


def test_who_wrote_that_there_is_nothing_has_a_row_a_kind(survey):
    [table] = [
        table
        for table in tables_of(replace(REPORT, health=HEALTH), survey)
        if table.name == "written"
    ]
    hidden = "hidden: few families, or it would give another number away"

    assert [row[2:] for row in table.rows] == [
        ("Wrote words", 61, 61, None),
        ("Said something", 40, 61, None),
        ("Nothing was wrong", 14, 61, None),
        ("Nothing was good", None, None, hidden),
        ("Neither, such as “no comment”", None, None, hidden),
    ]
