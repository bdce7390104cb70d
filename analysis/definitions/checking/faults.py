"""Every fault of a survey, as place, what was found and what would be right."""

from analysis.definitions.checking.questions import naming_faults, question_faults
from analysis.definitions.checking.results import result_faults
from analysis.definitions.survey import Survey


def survey_faults(survey: Survey) -> list[str]:
    """Return every fault as "place: what was found, what would be right"; none if it holds."""
    return naming_faults(survey) or [*question_faults(survey), *result_faults(survey)]
