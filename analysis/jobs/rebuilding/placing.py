"""placing: say anew which process a review belongs to, when a definition that decides changed."""

import json
from collections.abc import Mapping
from datetime import date

from analysis.definitions.council import Council
from analysis.definitions.routing import find_route
from analysis.definitions.survey import Survey
from analysis.jobs.rebuilding.pooling import Pool
from analysis.store.desk.cases import Case, reclassify
from analysis.store.desk.door import Desk
from analysis.store.intake.processes import Placing
from analysis.store.intake.settings import cluster_of


def place_anew(desk: Desk, pool: Pool, council: Council, today: date) -> Mapping[str, int]:
    """Place what other definitions placed; return how many moved, as "pilot to old"."""
    survey = pool.survey
    settings = {cluster_of(desk.setting_key, id_): id_ for id_ in council.settings}

    def decide(case: Case) -> Placing:
        answers = {
            item: tuple(value) if isinstance(value, list) else value
            for item, value in pool.of(case.definition, json.loads(case.answers)).items()
        }
        if case.cluster in settings:
            answers[survey.roles.setting] = settings[case.cluster]
        route = find_route(survey, council, answers, date.fromisoformat(case.day))
        return placing_of(survey, route.found, route.known.because)

    return reclassify(desk, decide, survey.hash, council.hash, today.isoformat())


def placing_of(survey: Survey, found: Mapping[str, str], because: Mapping[str, str]) -> Placing:
    """Return where the facts and derived fields of a route put a response."""
    process, review_type = survey.roles.process, survey.roles.review_type
    return Placing(found[process], because.get(process) or None, found[review_type])
