"""The pages by what they are for.

health      whether the program runs and can write
door        sign in, sign out, one's own password, each role's first page
lock        unlock the words and lock them again
dashboards  the aims, the forum's page and the journey, drawn from the latest report
files       the numbers of those pages as CSV
reading     texts to read, redacted, with their codes
marking     a text cut into pieces, so that what was coded can be marked
people      accounts: made by an administrator, approved by a key holder
"""

from app.staff.pages import dashboards, door, files, health, lock, people, reading

BLUEPRINTS = tuple(part.pages for part in (health, door, lock, dashboards, files, reading, people))
