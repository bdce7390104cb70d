from collections import Counter
from datetime import date
from random import Random

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.definitions.routing import find_route
from analysis.made_up.families import Crowd, Family
from analysis.made_up.tendencies import Manner, Said, Tendencies, Voices
from tests.surveys.folders import REAL


@pytest.fixture(scope="module")
def definitions():
    return load_survey(REAL), load_council(REAL)


def crowd_of(definitions, voices=(), **tendencies):
    items = {name: ({"shares": shares},) for name, shares in tendencies.pop("items", {}).items()}
    manner = Manner(Tendencies.model_validate({"items": items, **tendencies}), dict(voices))
    return Crowd(*definitions, manner, Random(3))


def test_a_family_gives_the_same_answer_whenever_it_is_asked(definitions):
    family = Family(crowd_of(definitions))
    assert [family["A1b"] for _ in range(5)] == [family["A1b"]] * 5


def test_a_stated_share_is_kept(definitions):
    crowd = crowd_of(definitions, items={"D4": {"under_1": 75, "1_to_3": 25, "skipped": 0}})
    found = Counter(Family(crowd)["D4"] for _ in range(2_000))
    assert found["under_1"] / 2_000 == pytest.approx(0.75, abs=0.04)
    assert set(found) == {"under_1", "1_to_3"}


def test_a_meaning_is_split_among_the_options_that_mean_it(definitions):
    splits = {"strongly_agree": 1, "agree": 3}
    crowd = crowd_of(definitions, items={"A1b": {"right": 1}}, splits=splits, blank=0, family=0)
    found = Counter(Family(crowd)["A1b"] for _ in range(2_000))
    assert found["agree"] / 2_000 == pytest.approx(0.75, abs=0.04)


def test_a_familys_experience_pulls_its_answers_together(definitions):
    crowd = crowd_of(definitions, family=2, setting=0, blank=0)
    families = [Family(crowd) for _ in range(1_000)]
    good = {"strongly_agree", "agree"}
    happy = [family for family in families if family["A1b"] in good]
    alike = sum(family["A4a"] in good for family in happy) / len(happy)
    assert alike > sum(family["A4a"] in good for family in families) / len(families) + 0.05


def test_nobody_has_waited_longer_than_there_was_time(definitions):
    earliest = {"T4": {"over_12": 85}}
    crowd = crowd_of(definitions, reply_days=(10, 60), earliest=earliest)
    assert "over_12" not in {Family(crowd)["T4"] for _ in range(500)}


def test_meetings_lie_between_the_months_that_are_stated(definitions):
    crowd = crowd_of(definitions, first_month="2026-02", last_month="2026-03")
    assert crowd.span == (date(2026, 2, 1), date(2026, 3, 31))


def test_meetings_lie_around_the_starts_of_the_settings_where_nothing_is_stated(definitions):
    first, last = crowd_of(definitions).span
    starts = [s.pilot_from for s in definitions[1].settings.values() if s.pilot_from]
    assert first.isoformat()[:7] < min(starts)
    assert last.isoformat()[:7] > max(starts)


def test_every_text_is_said_once_before_one_is_said_twice(definitions):
    texts = tuple(f"text {number}" for number in range(8))
    voices = {"O1": Voices(said=(Said(texts=texts),))}
    crowd = crowd_of(definitions, voices, items={"O1": {"written": 1}}, blank=0)
    families = [Family(crowd) for _ in range(8)]
    assert {family["O1"] for family in families} == {"written"}
    assert sorted(family.texts["O1"] for family in families) == sorted(texts)


def test_a_text_is_said_only_where_it_fits(definitions):
    said = Said.model_validate({"when": {"E1": "ended_last_12_months"}, "texts": ["It ended."]})
    crowd = crowd_of(definitions, {"O6": Voices(said=(said,))}, items={"O6": {"written": 1}})
    families = [Family(crowd) for _ in range(200)]
    for family in families:
        find_route(*definitions, family, family.replied)
    assert {f["E1"] for f in families if "O6" in f.texts} == {"ended_last_12_months"}


def test_ticks_that_exclude_the_others_stand_alone(definitions):
    crowd = crowd_of(definitions, items={"R6": {"child": 60, "not_sure": 60}})
    ticked = {Family(crowd)["R6"] for _ in range(200)}
    assert ticked == {("child",), ("not_sure",), "skipped"}
