"""The roles of the staff side, in one table: what each may open, and where it begins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """One role; `first_page` is where signing in leads."""

    name: str
    first_page: str
    audience: str  # whose snapshot it sees
    reads_words: bool  # redacted words, never raw ones
    may_hold_key: bool


ROLES = {
    "reviewer": Role("Reviewer", "/review", "forum", reads_words=True, may_hold_key=False),
    "lead_reviewer": Role("Lead reviewer", "/forum", "forum", reads_words=True, may_hold_key=True),
    "pilot_team": Role("Pilot team", "/aims", "council", reads_words=False, may_hold_key=False),
    "administrator": Role(
        "Administrator", "/people", "council", reads_words=False, may_hold_key=False
    ),
}
