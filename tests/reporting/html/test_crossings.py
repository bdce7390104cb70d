"""Questions by kind of review as a table: in the survey's order, hidden cells without a number."""

from dataclasses import replace

from analysis.definitions.groups import CrossTable, Group
from analysis.report import CrossCells, Crossing, CrossRow, Hidden, Shown, Why
from analysis.reporting.html.crossings import crossing_tables
from tests.reporting.made import SURVEY, report

SMALL = Hidden(Why.SMALL)
KINDS = {name: Group(says=name, values=(name,)) for name in ("new", "old")}
DECLARED = SURVEY.model_copy(
    update={"tables": {"asked": CrossTable(says="Who asked", groups=KINDS, questions=())}}
)


def kind(process, group, *figures):
    answers = tuple(zip(("Yes", "No"), figures, strict=True))
    return CrossCells(process, group, group or "Other kinds", answers)


ASKED = CrossRow(
    "q1",
    "Did anybody ask?",
    (
        kind("pilot", "", Shown(6, 15), Shown(9, 15)),
        kind("pilot", "new", Shown(12, 20), Shown(8, 20)),
        kind("old", "old", SMALL, SMALL),
    ),
)
TOLD = CrossRow("q2", "Was it told?", (kind("pilot", "*", Shown(18, 35), Shown(17, 35)),))


def rows_of(*questions):
    tables = crossing_tables(
        report(crossings=(Crossing("asked", "Who asked", questions),)), DECLARED
    )
    return tables[0]["rows"] if tables else []


def test_all_kinds_stand_before_each_and_the_others_last():
    says = [(row["process"], row["says"]) for row in rows_of(ASKED, TOLD)]

    assert says == [("pilot", "*"), ("pilot", "new"), ("pilot", "Other kinds"), ("old", "old")]


def test_a_hidden_cell_says_so():
    assert rows_of(ASKED)[-1]["cells"] == [[("Yes", "hidden"), ("No", "hidden")]]


def test_a_question_that_tells_no_kinds_apart_leaves_their_rows_empty():
    cells = [row["cells"][1] for row in rows_of(ASKED, TOLD)]

    assert cells == [[("Yes", "18"), ("No", "17")], (), (), ()]


def test_a_table_without_a_row_is_left_out():
    assert rows_of(replace(ASKED, kinds=())) == []
