"""pooling: answers to earlier versions, as far as they mean the same in this one."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.definitions.loading import read_survey
from analysis.definitions.survey import Survey
from analysis.definitions.versions.equivalence import Translation, load_equivalences, translate
from analysis.errors import DefinitionError
from analysis.evidence.counting.tally import Case
from analysis.store.database import Database
from analysis.store.desk.cases import read_cases
from analysis.store.intake.definitions import read_definition

NOTHING = Translation({})


@dataclass
class Pool:
    """How answers to each earlier version count; each version is read once."""

    survey: Survey
    read: Callable[[str], Translation]
    known: dict[str, Translation] = field(default_factory=dict)

    def answers(self, definition: str, answers: str) -> str:
        """Return a response's answers (JSON) as answers to the version of today."""
        if definition == self.survey.hash:
            return answers
        return json.dumps(self.of(definition, json.loads(answers)), sort_keys=True)

    def of(self, definition: str, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Return answers to a version as answers to the version of today."""
        if definition == self.survey.hash:
            return dict(answers)
        if definition not in self.known:
            self.known[definition] = self.read(definition)
        return self.known[definition].of(answers)


def open_pool(
    db: Database, survey: Survey, folder: Path, say: Callable[[str], None] = lambda _: None
) -> Pool:
    """Return the pool of a store: versions are kept there, equivalences stand in the folder."""
    declared = load_equivalences(folder, survey).same

    def read(definition: str) -> Translation:
        try:
            earlier = read_survey(read_definition(db, definition), definition)
        except DefinitionError:
            say(f"answers to version {definition} are left out: it cannot be read any more")
            return NOTHING
        return translate(earlier, survey, declared)

    return Pool(survey, read)


def cases_of(db: Database, pool: Pool) -> Iterator[Case]:
    """Yield what counting needs of each response, as one to the version of today."""
    for case in read_cases(db, pool.survey.id):
        yield Case(
            pool.answers(case.definition, case.answers),
            case.process,
            case.because,
            case.review_type,
            case.cluster,
            case.day,
            case.channel,
        )
