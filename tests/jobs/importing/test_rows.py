import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.definitions.survey import SKIPPED, WRITTEN
from analysis.jobs.importing.rows import AnswerReader
from analysis.jobs.importing.table import Row
from tests.surveys.folders import outside_folder

A_REVIEW = {
    "id": "a1",
    "reply_date": "2026-05-20",
    "E1": "yes",
    "E2": "yes",
    "C1": "yes",
    "R1": "yes",
    "D1": "year_4",
    "R2": "2026-03",
    "R0": "o07",
    "R3b": "as_before",
    "R5": "in_person",
    "T5": "keep",
}
NO_REVIEW = {"id": "n1", "reply_date": "2026-05-20"} | dict.fromkeys(("E1", "E2", "C1"), "yes")
NO_REVIEW |= {"R1": "no_never", "D1": "year_4", "N1": "over_2_years"}


@pytest.fixture(scope="module")
def definitions(tmp_path_factory):
    folder = outside_folder(tmp_path_factory.mktemp("rows"))
    return load_survey(folder), load_council(folder)


@pytest.fixture(scope="module")
def reader(definitions):
    survey, council = definitions
    return AnswerReader(survey, council, ("id", "reply_date", "channel", *survey.items()))


def read(reader, **cells):
    row = A_REVIEW | cells
    return reader.read(Row(5, {column: cell for column, cell in row.items() if cell}))


def faults(reading):
    return [(fault.column, fault.found, fault.expected) for fault in reading.faults]


def test_a_row_that_holds_is_followed_to_its_end(reader):
    reading = read(reader)
    assert not reading.faults
    assert reading.route.found["process"] == "old"


def test_a_blank_on_the_way_is_skipped_and_off_it_not_asked(reader):
    answers = read(reader).route.answers
    assert answers["T3"] == SKIPPED
    assert "T6" not in answers


def test_a_value_that_no_option_has_is_told_with_those_there_are(reader):
    (fault,) = faults(read(reader, A4n="perhaps"))
    assert fault == ("A4n", '"perhaps"', "one of yes, no, dont_know")


@pytest.mark.parametrize("word", ["skipped", "not_asked", "listed", "written", "Yes", "yes no"])
def test_words_of_the_store_and_near_misses_are_no_values(reader, word):
    assert [column for column, *_ in faults(read(reader, A4n=word))] == ["A4n"]


def test_a_tick_given_twice_counts_once(reader):
    assert read(reader, R6="setting|child | setting").route.answers["R6"] == ("child", "setting")


def test_a_tick_that_excludes_the_others_stands_alone(reader):
    (fault,) = faults(read(reader, R6="child|not_sure"))
    assert fault == ("R6", '"child|not_sure"', "not_sure alone, or the others without it")


@pytest.mark.parametrize("month", ["2026-03", "2026-03-09", "dont_know", "2024-02-29"])
def test_a_month_may_be_a_day_or_not_known(reader, month):
    assert read(reader, R2=month).route.answers["R2"] == month


@pytest.mark.parametrize(
    "month", ["2026-3", "2026-13", "2026-02-30", "03/2026", "March 2026", "20260309", "٢٠٢٦-٠٣"]
)
def test_a_month_in_any_other_form_is_refused(reader, month):
    (fault,) = faults(read(reader, R2=month))
    assert fault[2] == "one of YYYY-MM, YYYY-MM-DD, dont_know"


@pytest.mark.parametrize(
    "day", ["20/05/2026", "20260520", "2026-W21-3", "2026-02-30", "2026-05", "2026-05-20T10:00"]
)
def test_the_day_of_the_reply_has_one_form(reader, day):
    assert faults(read(reader, reply_date=day)) == [
        ("reply_date", f'"{day}"', "the day of the reply as YYYY-MM-DD")
    ]


def test_a_setting_that_is_not_listed_is_refused(reader):
    (fault,) = faults(read(reader, R0="o99"))
    assert fault[0] == "R0"
    assert fault[2].startswith("one of the id of a setting, not_on_list")


def test_a_setting_may_be_left_unsaid(reader):
    route = read(reader, R0="rather_not_say", R4="no").route
    assert route.found["process"] == "old"


def test_an_answer_to_what_was_not_asked_is_refused(reader):
    assert faults(read(reader, T6="not_yet")) == [
        ("T6", '"not_yet"', "a blank cell: this was not asked")
    ]


def test_words_that_were_not_asked_for_are_never_shown(reader):
    (fault,) = faults(read(reader, N3="Nobody has rung me"))
    assert fault == ("N3", "words", "a blank cell: this was not asked")


def test_a_long_text_in_a_closed_column_is_told_by_its_length(reader):
    (fault,) = faults(read(reader, A4n="They said that it would all be done by Easter."))
    assert fault[1] == "46 characters"


def test_a_wrong_answer_does_not_make_later_ones_look_out_of_place(reader):
    assert [column for column, *_ in faults(read(reader, T5="keeep", T5a="another_way"))] == ["T5"]


def test_faults_that_decide_nothing_leave_the_way_to_be_checked(reader):
    assert [column for column, *_ in faults(read(reader, A4a="agreed", T6="not_yet"))] == [
        "A4a",
        "T6",
    ]


@pytest.mark.parametrize("column", ["E1", "E2", "C1", "R1"])
def test_what_everybody_must_answer_may_not_be_blank(reader, column):
    told = faults(read(reader, **{column: ""}))
    assert [(name, found) for name, found, _ in told] == [(column, "nothing")]


@pytest.mark.parametrize(("column", "value"), [("E1", "young_person"), ("E2", "no")])
def test_a_row_that_ends_at_an_exit_is_refused_once(reader, column, value):
    (fault,) = faults(read(reader, **{column: value}))
    assert fault[:2] == (column, f'"{value}"')
    assert fault[2].startswith("one of yes")


def test_a_reply_before_the_month_of_the_meeting_is_refused(reader):
    assert faults(read(reader, R2="2026-06-01")) == [
        ("reply_date", '"2026-05-20"', "a day in or after the month of the meeting, 2026-06")
    ]


def test_a_reply_in_the_month_of_the_meeting_stands(reader):
    assert not read(reader, R2="2026-05").faults


def test_words_are_kept_apart_from_answers(reader):
    reading = read(reader, O1="It was kind.\r\nIt was short.")
    assert reading.route.answers["O1"] == WRITTEN
    assert reading.words["O1"].reveal() == "It was kind.\nIt was short."


def test_words_of_control_characters_alone_are_skipped(reader):
    reading = read(reader, O1="\x00\x07")
    assert reading.route.answers["O1"] == SKIPPED
    assert not reading.words


def test_a_family_without_a_review_is_followed_too(reader):
    reading = reader.read(Row(2, NO_REVIEW | {"N3": "Nothing."}))
    assert not reading.faults
    assert reading.words["N3"].reveal() == "Nothing."


def test_a_blank_channel_is_the_import_itself(reader):
    assert read(reader).channel == "import"


def test_a_channel_nobody_knows_is_refused(reader):
    (fault,) = faults(read(reader, channel="pigeon"))
    assert fault[2] == "one of link, qr, paper, phone, import, or a blank cell for import"


@pytest.mark.parametrize("column", ["process", "review_type", "joined", "e1", ""])
def test_columns_that_no_question_has_are_refused(definitions, column):
    survey, council = definitions
    reader = AnswerReader(survey, council, ("reply_date", "E1", "E2", "C1", "R1", column))
    assert [fault.found for fault in reader.column_faults()] == ["an unknown column"]


def test_a_column_everybody_must_fill_may_not_be_left_out(definitions):
    survey, council = definitions
    told = list(AnswerReader(survey, council, ("E1", "E2")).column_faults())
    assert [fault.column for fault in told] == ["reply_date", "C1", "R1"]


def test_a_column_left_out_is_told_once_and_not_in_every_row(definitions):
    survey, council = definitions
    cells = {name: cell for name, cell in A_REVIEW.items() if name != "R1"}
    assert not AnswerReader(survey, council, tuple(cells)).read(Row(2, cells)).faults


@given(st.data())
def test_whatever_stands_in_a_cell_it_is_an_answer_or_a_fault(reader, definitions, data):
    survey, _ = definitions
    columns = st.sampled_from(["reply_date", "channel", *survey.items()])
    values = st.sampled_from([o for item in survey.items().values() for o in item.options])
    cells = data.draw(st.dictionaries(columns, st.one_of(values, st.text(min_size=1)), max_size=8))
    reading = read(reader, **{name: cell.strip() for name, cell in cells.items()})
    assert reading.faults or set(reading.words) <= set(reading.route.items)
