"""The pages by what they are for.

health      whether the program runs and can write
door        sign in, sign out, one's own password, each role's first page
lock        unlock the words and lock them again
dashboards  the aims, the forum's page and the journey, drawn from the latest report
files       files to take away: those pages' numbers, and every kind of report
reading     texts to read, redacted, with their codes
reasons     why the computer gave a text its codes, in plain words
marking     a text cut into pieces, so that what was coded can be marked
quotes      what families said that may be shown: put forward, approved, taken back
publishing  results looked at, agreed to by two people, published
people      accounts: made by an administrator, approved by a key holder
"""

from app.staff.pages import (
    dashboards,
    door,
    files,
    health,
    lock,
    people,
    publishing,
    quotes,
    reading,
)

PARTS = (health, door, lock, dashboards, files, reading, quotes, publishing, people)
BLUEPRINTS = tuple(part.pages for part in PARTS)
