"""What stands on every page: how many replied, until which day, and when it was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from analysis.definitions.survey import Survey
from analysis.report import Audience, Figure, Hidden, Report, Shown
from analysis.reporting.figure_words import Texts, day_words, number_words, texts

STEPPED = (Audience.COUNCIL.value, Audience.PUBLIC.value)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every page's own content."""

    title: str
    stamp: str
    made_up: bool
    caution: str
    steps: str
    filter: str
    changed: str  # that what was agreed was changed


def head_of(report: Report, survey: Survey, title: str) -> Head:
    """Return the head of a page."""
    stamp = report.stamp
    said = texts()["stamp"]
    return Head(
        title=title,
        stamp=stamp_line(report, survey),
        made_up=stamp.made_up,
        caution=report.caution,
        steps=said["steps"] if stamp.audience in STEPPED else "",
        filter=said["filter"].format(filter=report.filter) if report.filter else "",
        changed=report.agreed_changed,
    )


def stamp_line(report: Report, survey: Survey) -> str:
    """Return until when, how many of each process, from how many settings, made when."""
    said = texts()["stamp"]
    return " ".join(
        filter(None, (_replies(report, said), _families(report, survey), _made(report)))
    )


def process_label(survey: Survey, process: str) -> str:
    """Return a process's name as it stands in the middle of a sentence."""
    words = survey.processes["pilot" if process == "pilot" else "old"].label
    return words[:1].lower() + words[1:]


def families_word(survey: Survey) -> str:
    """Return what the survey calls those who reply."""
    return survey.words.get("families", "families")


def place_words(survey: Survey, figure: Figure) -> str:
    """Return "19 schools", in the survey's own word."""
    one = isinstance(figure, Shown) and figure.value == 1
    return f"{number_words(figure)} {survey.words['setting' if one else 'settings']}"


def _replies(report: Report, said: Texts) -> str:
    day = day_words(report.stamp.as_of)
    return said["replies_to"].format(day=day) if day else ""


def _families(report: Report, survey: Survey) -> str:
    said = texts()["stamp"]
    if isinstance(report.families, Hidden) or not report.families.value:
        return str(said["none"])
    slots = {
        "total": number_words(report.families),
        "families": families_word(survey),
        "parts": ", ".join(_parts(report, survey)),
    }
    if isinstance(report.settings, Hidden):
        return str(said["without"].format(**slots))
    return str(said["families"].format(**slots, places=place_words(survey, report.settings)))


def _parts(report: Report, survey: Survey) -> Iterator[str]:
    said = texts()["stamp"]
    for process, figure in report.by_process:
        if process not in survey.processes:
            if isinstance(figure, Shown) and figure.value:
                yield said["unclear"].format(number=number_words(figure))
        elif isinstance(figure, Hidden):
            yield said["hidden_part"].format(label=process_label(survey, process))
        else:
            yield f"{number_words(figure)} {process_label(survey, process)}"


def _made(report: Report) -> str:
    stamp = report.stamp
    made = datetime.fromisoformat(stamp.made_at)
    return str(
        texts()["stamp"]["made"].format(
            day=day_words(stamp.made_at),
            time=f"{made:%H:%M}",
            version=stamp.version,
            snapshot=stamp.snapshot[:8],
        )
    )
