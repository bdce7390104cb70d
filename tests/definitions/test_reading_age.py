"""What families read in this council's survey suits a reading age of nine to eleven."""

import re

import pyphen
import pytest

from analysis.definitions.loading import load_survey
from tests.surveys.folders import REAL

HARDEST = 6.0  # Flesch-Kincaid grade: school years of the United States, about age eleven
# Explained where they first stand, or names; each counts as one short word.
ALLOWED = (
    r"annual reviews?|EHCP Coordinator|EHCPs?|outcomes?|mediation|IASS|CAMHS|OT|EOTAS|Bromley|"
    r"council('s)?|Parent Carer Forum|Your Voice in Health and Social Care|\{\w+\}"
)
HYPHENS = pyphen.Pyphen(lang="en_US")
SURVEY = load_survey(REAL)


def syllables(word: str) -> int:
    """Return the larger of two guesses, for hyphenation leaves short first parts uncut."""
    word = re.sub(r"'s?", "", word.lower())
    sounded = re.sub(r"e(?=(?:ful|thing|one|ments?|ly|less|where|times?)$)", "", word)
    silent = r"(?<=[^aeiouylt])es$|(?<=[^aeiouy])e$|(?<=[^dtaeiouy])ed$"
    vowels = re.findall(r"[aeiouy]+", re.sub(silent, "", sounded))
    return max(1, len(vowels), len(HYPHENS.positions(word)) + 1)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade (Kincaid et al. 1975)."""
    plain = re.sub(rf"\b(?:{ALLOWED})\b|{{\w+}}", "plan", text, flags=re.IGNORECASE)
    sentences = [part for part in re.split(r"[.?!:]+(?:\s|$)|\n", plain) if re.search(r"\w", part)]
    words = re.findall(r"[A-Za-z][A-Za-z'-]*|\d+", plain)
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def questions() -> dict[str, str]:
    return {
        name: "\n".join(filter(None, (item.asks, item.hint)))
        for name, item in SURVEY.items().items()
    }


def paragraphs() -> dict[str, str]:
    texts = {page.id: (*page.lead, *page.after) for page in SURVEY.pages}
    fixed = ("start", "check", "receipt", "next", "help", "withdraw", "privacy")
    texts |= {f"fixed.{name}": getattr(SURVEY.fixed, name).body for name in fixed}
    texts["fixed.help_lines"] = SURVEY.fixed.help_lines
    return {
        f"{place} {number}": text
        for place, lines in texts.items()
        for number, text in enumerate(lines, 1)
    }


def answers() -> dict[str, str]:
    return {
        f"answers to {name}": "\n".join(
            part for option in item.options.values() for part in (option.says, option.hint) if part
        )
        for name, item in SURVEY.items().items()
        if item.options and not item.scale  # "neither agree nor disagree" (6.7) is what people know
    }


TEXTS = questions() | paragraphs() | answers()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # By hand: 10 words of 10 syllables, and 6 words of 14, each in one sentence.
        ("I do not know if this is right for me.", 0.11),
        ("Is information available in another language?", 14.28),
    ],
)
def test_the_grade_is_that_of_the_formula(text, expected):
    assert grade(text) == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize(
    ("word", "number"),
    [("about", 2), ("agree", 2), ("someone", 2), ("decision", 3), ("education", 4), ("papers", 2)],
)
def test_syllables_are_counted_as_they_are_spoken(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize("place", TEXTS)
def test_what_families_read_can_be_read_at_eleven(place):
    assert grade(TEXTS[place]) <= HARDEST, TEXTS[place]
