"""Whatever a family does on its way, it sends exactly what its last answers lead through."""

import json
import shutil
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.definitions.routing import find_route
from analysis.store.folder import open_folder
from app.survey.factory import create_survey_app
from app.survey.side import Side
from tests.app.survey.family import GOES_ON, Clock, Family, rows, stored_answers

ACTS = ("answer", "answer", "answer", "answer", "go back", "open an earlier page", "change a page")


@pytest.fixture(scope="module")
def shared(survey_data, tmp_path_factory):
    """One application for all examples: making one costs more than a family's whole way."""
    folder = open_folder(shutil.copytree(survey_data, tmp_path_factory.mktemp("shared") / "folder"))
    return create_survey_app(folder, now=Clock()), folder


class Shadow:
    """What was last sent on for each item, noted beside the program."""

    def __init__(self, app: Any, chance: Random) -> None:
        self.family, self.chance = Family(app), chance
        self.side: Side = app.extensions["survey"]
        self.last: dict[str, Any] = {}
        self.pages: list[str] = []
        self.family.start()

    def act(self, name: str) -> None:
        family = self.family
        if name == "answer" and family.page.forms and family.page_id != "check":
            self.answer(self.random_answers())
        elif name == "go back":
            before = [self.pages.pop()] if self.pages else []
            family.open(f"/q/{before[0] if before else 'eligibility'}")
        elif self.pages:
            family.open(f"/q/{self.chance.choice(self.pages)}")
            if name == "change a page" and family.page.forms and family.page_id != "check":
                self.answer(self.random_answers())

    def answer(self, answers: dict[str, Any]) -> None:
        page = self.family.page_id
        asked = self.items_here()
        kept = self.family.filled()
        self.family.press(answers)
        assert not self.family.page.has_errors, self.family.html
        self.pages.append(page)
        for item in asked:
            self.note(item, answers, kept)

    def note(self, item: str, answers: dict[str, Any], kept: dict[str, Any]) -> None:
        if item in answers:
            self.last[item] = answers[item]
        elif f"{item}-month" in kept:
            year, month = kept[f"{item}-year"], kept[f"{item}-month"]
            tick = kept.get(item) or [""]
            self.last[item] = f"{year}-{int(month):02}" if year else tick[0]
        else:
            self.last[item] = kept.get(item, "")

    def items_here(self) -> list[str]:
        names = {name.split("-")[0] for _, name, _, _ in self.family.page.forms[0].fields}
        return [item for item in self.side.items if item in names]

    def random_answers(self) -> dict[str, Any]:
        return {
            item: self.random_answer(item)
            for item in self.items_here()
            if self.chance.random() < 0.8 or item in GOES_ON
        }

    def random_answer(self, name: str) -> Any:
        item, chance = self.side.items[name], self.chance
        if name in GOES_ON and chance.random() < 0.85:
            return GOES_ON[name]
        if item.kind == "text":
            return chance.choice(["", "It was late.", "Kind people."])
        if item.kind == "month":
            return chance.choice(["2025-10", "2026-01"])
        options = [*item.options, *(["s01", "s11"] if item.options_from else [])]
        alone = [value for value, option in item.options.items() if option.excludes]
        if item.kind == "many":
            several = chance.sample(options, chance.randint(0, 2))
            return [value for value in several if value not in alone] or several[:1]
        return chance.choice(options)

    def finish(self) -> None:
        """Come to the end with as few answers more as it takes, and send."""
        self.family.open("/q/eligibility")
        self.answer({"E1": "yes", "E2": "yes"})
        self.family.open("/q/consent")
        self.answer({"C1": "yes"})
        while self.family.page_id != "check":
            needed = {name: GOES_ON[name] for name in self.items_here() if name in GOES_ON}
            self.answer(needed)
        self.family.press()

    def expected(self) -> tuple[dict[str, Any], set[str]]:
        """Return the answers of the way that the last answers lead, and the texts among them."""
        said = {item: value for item, value in self.last.items() if value not in ("", [])}
        for item in said:
            if self.side.items[item].kind == "text":
                said[item] = "written"
            elif isinstance(said[item], list):
                said[item] = tuple(said[item])
        side = self.side
        answers = dict(find_route(side.survey, side.council, said, side.today()).answers)
        last = [page for page in side.survey.pages if page.after_sending]
        for page in last:
            for item in page.items:
                answers.pop(item.id, None)
        return answers, {item for item, value in answers.items() if value == "written"}


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(st.sampled_from(ACTS), max_size=40), chance=st.randoms())
def test_what_is_sent_is_what_the_last_answers_lead_through(shared, acts, chance):
    app, folder = shared
    before = {row["id"] for row in rows(folder, "responses")}
    shadow = Shadow(app, chance)
    for act in acts:
        shadow.act(act)
    shadow.finish()

    answers, written = shadow.expected()
    (new,) = {row["id"] for row in rows(folder, "responses")} - before
    if answers.get("R0") in shadow.side.council.settings:
        answers["R0"] = "listed"
    assert stored_answers(folder, new) == json.loads(json.dumps(answers))
    assert {row["item"] for row in rows(folder, "words") if row["response_id"] == new} == written
