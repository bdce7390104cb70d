"""A small codebook for tests: how a bakery's customers see its bread and its queue."""

from typing import Any

from analysis.definitions.codebook import Code, Codebook, PolarityWords, Theme
from analysis.words import Redacted

BREAD: dict[str, Any] = {
    "id": "BR-1",
    "theme": "BR",
    "label": "Bread",
    "definition": "What the bread is like.",
    "include": "Crust, crumb, taste.",
    "exclude": "",
    "usual": "both",
    "cues": ("bread", "crust", "loaf|loaves"),
    "says_well": ("melts in the mouth",),
    "examples": {"+": ("My nan would have been proud of such baking.",)},
}
QUEUE: dict[str, Any] = {
    "id": "QU-1",
    "theme": "QU",
    "label": "Queue",
    "definition": "How long customers stand.",
    "include": "Standing outside, the till.",
    "exclude": "",
    "usual": "-",
    "cues": ("queue*", "stood outside", "till + minutes", "bread ... sold out"),
    "says_badly": ("till + minutes", "stood outside"),
    "never_with": ("snooker cue",),
    "examples": {"unlike": ("We queued up questions for the radio show.",)},
}


def codebook(*codes: dict[str, Any], **more: Any) -> Codebook:
    """Return a codebook of the codes given, or of both."""
    themes = (Theme(id="BR", label="Bread"), Theme(id="QU", label="Queue"))
    words = PolarityWords(well=("good", "fresh"), badly=("stale", "slow"), negation=("not",))
    made = tuple(Code.model_validate(code) for code in codes or (BREAD, QUEUE))
    return Codebook(version="1", themes=themes, codes=made, polarity=words, hash="", **more)


def codes_of(coder: Any, text: str, tone: str = "mixed") -> dict[str, str]:
    """Return code and polarity of each coding, the last where there are several."""
    return {coding.code: coding.polarity for coding in coder.code(Redacted(text), tone)}
