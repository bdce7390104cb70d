"""The columns that are counted beside the items: who families are, and how far problems reach."""

from collections.abc import Mapping

from analysis.definitions.survey import CHANNELS, Survey
from analysis.evidence.counting.encoding import OUTCOMES

FAMILIES, JOURNEY = "families", "journey"
STAGE, COMPARED = "stage ", "compared "


def plain_columns(survey: Survey) -> Mapping[str, tuple[str, ...]]:
    """Return the values of each column that is no item, known beforehand from the survey."""
    process = survey.derived[survey.roles.process].table
    review_type = survey.derived[survey.roles.review_type].table
    return {
        "because": tuple(dict.fromkeys(line.because or "" for line in process)),
        "review_type": tuple(dict.fromkeys(line.gives for line in review_type)),
        "no_review": OUTCOMES,
        "channel": CHANNELS,
    }
