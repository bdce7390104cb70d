"""This council's survey keeps the ids, answers and stages that were agreed (tests/facts)."""

import csv
import re
import tomllib
from pathlib import Path

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.criteria import load_criteria
from analysis.definitions.loading import load_survey
from tests.surveys.folders import REAL, TESTS

FACTS = TESTS / "facts"
SCALE = ["right", "right", "neutral", "problem", "problem", "na", "unknown"]
LATER = {"F1", "F2", "F3", "F4", "F5"}  # the follow-up is another questionnaire
PRIVACY_SAYS = {14: "14 days", 180: "6 months", 730: "2 years"}


def agreed_items(path: Path = FACTS / "items.csv") -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


ITEMS = {row["item"]: row for row in agreed_items()}
STAGES = tomllib.loads((FACTS / "stages.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def survey():
    return load_survey(REAL)


@pytest.fixture(scope="module")
def council():
    return load_council(REAL)


def agreed_options(row):
    """Return (value, meaning) of each option; a tick or answer without a meaning has ""."""
    pairs = [option.partition(":") for option in row["options"].split("|") if option]
    return [(value, means) for value, _, means in pairs if value != "(setting ids)"]


def test_the_items_stand_in_the_agreed_order(survey):
    assert list(survey.items()) == list(ITEMS)


def test_each_item_stands_on_its_agreed_page(survey):
    pages = {item.id: page.id for page in survey.pages for item in page.items}
    assert pages == {name: row["page"] for name, row in ITEMS.items()}


def test_each_item_is_of_its_agreed_kind(survey):
    kinds = {name: item.kind for name, item in survey.items().items()}
    assert kinds == {name: row["kind"] for name, row in ITEMS.items()}


@pytest.mark.parametrize("name", [n for n, r in ITEMS.items() if r["options"] != "(agreement)"])
def test_the_answers_and_their_meanings_are_those_agreed(survey, name):
    options = survey.items()[name].options
    found = [(value, option.means or "") for value, option in options.items()]
    assert found == agreed_options(ITEMS[name])


@pytest.mark.parametrize("name", [n for n, r in ITEMS.items() if r["options"] == "(agreement)"])
def test_a_statement_has_the_agreement_scale_and_no_other(survey, name):
    options = survey.items()[name].options
    assert [option.means for option in options.values()] == SCALE


def test_the_setting_is_chosen_from_the_councils_list(survey):
    assert survey.items()["R0"].options_from == "settings"


@pytest.mark.parametrize("name", STAGES["order"])
def test_a_stage_has_the_agreed_markers_details_and_codes(survey, name):
    agreed = STAGES["stages"][name]
    stage = next(stage for stage in survey.stages if stage.id == name)
    assert stage.name == agreed["name"]
    assert [list(of) for of in stage.markers] == agreed["markers"]
    assert list(stage.details) == [item for item in agreed["details"] if item not in LATER]
    assert list(stage.codes) == agreed["codes"]
    assert list(stage.compare_on) == agreed.get("compare_processes_on", [])


def test_the_stages_stand_in_the_agreed_order(survey):
    assert [stage.id for stage in survey.stages] == STAGES["order"]


def test_what_runs_all_the_way_through_is_as_agreed(survey):
    agreed = STAGES["through"]
    assert survey.through.name == agreed["name"]
    assert list(survey.through.details) == agreed["details"]
    assert list(survey.through.codes) == agreed["codes"]


def test_the_clocks_are_those_agreed(survey):
    clocks = {n: i.due_after_days for n, i in survey.items().items() if i.due_after_days}
    agreed = {n: i["limit_days"] for n, i in STAGES["items"].items() if "limit_days" in i}
    assert clocks == agreed


def test_every_item_that_counts_has_the_words_to_count_it(survey):
    counting = [i for i in survey.items().values() if any(o.means for o in i.options.values())]
    assert [item.id for item in counting if not (item.counted and item.short)] == []


def test_the_headline_of_each_aim_is_the_one_agreed(survey):
    noted = {name for name, row in ITEMS.items() if row["note"].startswith("headline of aim")}
    assert {aim.headline for aim in survey.aims} == noted


def test_nothing_but_who_may_answer_and_whether_there_was_a_review_must_be_answered(survey):
    assert [name for name, item in survey.items().items() if item.required] == ["E1", "E2", "R1"]


def test_every_text_box_asks_for_no_names(survey):
    boxes = [item for item in survey.items().values() if item.kind == "text"]
    assert [item.id for item in boxes if "leave out names" not in (item.hint or "")] == []


def test_the_privacy_page_says_how_long_the_council_keeps_things(survey, council):
    kept = council.retention
    text = " ".join(survey.fixed.privacy.body)
    for days in (kept.draft_days, kept.words_days, kept.responses_days):
        assert PRIVACY_SAYS[days] in text


def test_who_does_not_agree_is_told_how_long_what_was_put_in_is_kept(survey, council):
    (refused,) = [page for page in survey.pages if page.id == "exit_no_consent"]
    assert f"wiped after {PRIVACY_SAYS[council.retention.draft_days]}" in " ".join(refused.lead)


def test_every_contact_a_page_names_is_one_the_council_gives(council):
    named = set(re.findall(r"{(\w+)}", (REAL / "survey.toml").read_text(encoding="utf-8")))
    assert named == set(council.contacts)


def test_the_first_page_says_how_long_it_takes(survey):
    assert f"about {survey.minutes} minutes" in " ".join(survey.fixed.start.body)


def test_what_each_aim_must_reach_is_agreed_by_taking_three_signs_away(survey, tmp_path):
    """As its file says: by hand, in an editor, by somebody who knows no TOML."""
    text = (REAL / "criteria.toml").read_text(encoding="utf-8")
    before, mark, after = text.partition("# [agreed]\n")
    lines = after.splitlines(keepends=True)
    agreed = "".join(line.removeprefix("# ") for line in (mark, *lines[:2]))
    (tmp_path / "criteria.toml").write_text(before + agreed + "".join(lines[2:]), encoding="utf-8")
    criteria = load_criteria(tmp_path, survey)

    assert mark
    assert len(criteria.agreed.by) == 3
    assert criteria.margin == 0.10
    assert set(criteria.aims) == {aim.id for aim in survey.aims}
