"""Who replied, months and health in the full report: a row a group, a column a process."""

import io
from dataclasses import replace

import pytest
from docx import Document

from analysis.report import AimCard
from analysis.reporting.files.word.full import full_report
from tests.reporting.behind import BEHIND, HEALTH, TREND
from tests.reporting.files.made import FEW, REPORT, WARM

AIMS = (AimCard("easy", "Easy to ask for", WARM, (WARM,)),)


def tables(report, survey):
    """Return every table by its heads, and the document."""
    document = Document(io.BytesIO(full_report(report, survey)))
    rows = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return {", ".join(found[0]): found for found in rows}, document


@pytest.fixture(scope="module")
def told(survey):
    return tables(replace(REPORT, aims=AIMS, **BEHIND), survey)


def test_a_group_has_one_row_with_both_processes_and_the_areas_that_are_known(told):
    found, _ = told

    assert found["Families, New, Old, Elsewhere, 2025, in 100"][1:3] == [
        ["Over 70 (fewer than their share)", "12 (30 in 100)", "30 (49 in 100)", "50"],
        ["Under 20", "hidden", "hidden", "10"],
    ]


def test_an_area_that_nothing_is_known_of_is_named_below(told):
    _, document = told

    assert "Not known yet: Here, 2025." in [line.text for line in document.paragraphs]


def test_months_are_written_as_people_say_them_under_their_sentences(told):
    found, document = told

    assert [row[0] for row in found["Months, New, Old"][1:]] == [
        "January 2026",
        "February to March 2026",
        "April 2026",
    ]
    lines = [line.text for line in document.paragraphs]
    assert "New: Too short to call a trend." in lines
    assert any(line.startswith("When the pilot began: February 2026: 4 ") for line in lines)


def test_how_alike_the_two_are_stands_where_the_standards_send_a_reader(told):
    _, document = told
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    said = " ".join(
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    )

    assert "How far these answers bear" in headings
    assert "Told group by group in “How far these answers bear”." in said
    assert "Families who were asked and gave no answer that counts" in headings


def test_scores_that_do_not_hang_together_leave_no_empty_columns(survey):
    apart = replace(HEALTH, scores=HEALTH.scores[1:])
    found, document = tables(replace(REPORT, aims=AIMS, **{**BEHIND, "health": apart}), survey)

    assert "The questions of an aim as one score from 0 to 100" in [
        p.text for p in document.paragraphs
    ]
    assert all(
        any(row[at] for row in rows) for rows in found.values() for at in range(len(rows[0]))
    )


def test_before_there_is_anything_behind_no_empty_table_stands_there(survey):
    bare = replace(REPORT, aims=AIMS, trends=(), who_replied=(), health=type(HEALTH)())
    _, document = tables(bare, survey)

    assert all(len(table.rows) > 1 for table in document.tables)


def test_months_of_which_no_point_is_shown_are_left_out(survey):
    sides = tuple(
        replace(side, points=tuple(replace(p, families=FEW) for p in side.points))
        for side in TREND.sides
    )
    told = {**BEHIND, "trends": (replace(TREND, sides=sides),)}
    found, _ = tables(replace(REPORT, aims=AIMS, **told), survey)

    assert not [heads for heads in found if heads.startswith("Months")]
