"""A small, made-up survey as text, for tests that change one thing in it."""

from pathlib import Path

SURVEY = """
id = "main"
version = "1"
title = "Visits to the pool"
minutes = 2

[roles]
had_review = "went"
meeting = "M"
setting = "P"
quotes = "Q"
research = "Q"

[words]
setting = "pool"
settings = "pools"

[processes.pilot]
name = "the new way"
label = "New"
families = "new swimmers"
replies = "new replies"

[processes.old]
name = "the old way"
label = "Old"
families = "old swimmers"
replies = "old replies"

[scales.yes_no]
yes = { says = "Yes", means = "right" }
no  = { says = "No", means = "problem" }

[facts.joined]
says  = "Had the pool joined?"
kind  = "joined_by"
place = "P"
month = "M"

[derived.went]
says  = "Did they go?"
table = [ { W = "yes", is = "yes" }, { otherwise = true, is = "no" } ]

[derived.process]
says  = "Which way?"
table = [
  { went = "no", is = "none" },
  { joined = "yes", is = "pilot" },
  { joined = "no", is = "old" },
  { otherwise = true, is = "unclear", because = "not enough known" },
]

[derived.review_type]
says  = "Which kind?"
table = [ { otherwise = true, is = "visit" } ]

[[pages]]
id = "went"
title = "Did you go?"
  [[pages.items]]
  id = "W"
  kind = "one"
  asks = "Did you go?"
  required = true
  options = { yes = "Yes", no = "No" }

[[pages]]
id = "stop"
title = "Thank you"
lead = ["Nothing more to ask."]
exit = true
ask_when = { went = "no" }

[[pages]]
id = "where"
title = "Where and when?"
  [[pages.items]]
  id = "P"
  kind = "one"
  asks = "Which pool?"
  options_from = "settings"
  options = { other = "Another pool" }
  [[pages.items]]
  id = "M"
  kind = "month"
  asks = "Which month?"
  options = { dont_know = "Don't know" }

[[pages]]
id = "how"
title = "How was it?"
  [[pages.items]]
  id = "A"
  kind = "one"
  asks = "Was it warm?"
  scale = "yes_no"
  counted = "found it warm"
  [[pages.items]]
  id = "B"
  kind = "one"
  asks = "Was the letter in time?"
  scale = "yes_no"
  counted = "had it in time"
  due_after_days = 14
  limit = "the 2-week limit"
  waited = "had still not had it after 2 weeks"

[[pages]]
id = "cold"
title = "About the cold"
ask_when = { A = "no" }
  [[pages.items]]
  id = "C"
  kind = "many"
  asks = "What was cold?"
  options = { water = "Water", air = "Air", none = { says = "None of these", excludes = true } }

[[pages]]
id = "words"
title = "In your words"
  [[pages.items]]
  id = "T"
  kind = "text"
  asks = "Anything else?"

[[pages]]
id = "use"
title = "May we use your words?"
ask_when = { T = "written" }
  [[pages.items]]
  id = "Q"
  kind = "one"
  asks = "May we?"
  options = { yes = "Yes", no = "No" }

[[aims]]
id = "W1"
name = "Warm"
headline = "A"
measures = ["A", "B"]

[[stages]]
id = "swim"
name = "The swim"
markers = [["A"], ["B"]]

[fixed.start]
title = "Visits"
body = ["Hello."]
button = "Start"
[fixed.check]
title = "Check"
body = ["Look."]
[fixed.receipt]
title = "Thank you"
body = ["Keep the code."]
[fixed.next]
title = "Next"
body = ["We read."]
[fixed.help]
title = "Help"
body = ["Call."]
[fixed.withdraw]
title = "Take back"
body = ["Code."]
[fixed.privacy]
title = "Privacy"
body = ["Safe."]

[audience]
aims = "Aims"
forum = "Forum"
journey = "Journey"
caution = "These are people who chose to reply."
""".replace("[fixed.start]", 'fixed = { help_lines = ["Call."] }\n[fixed.start]')
SURVEY = SURVEY.replace('fixed = { help_lines = ["Call."] }\n', '[fixed]\nhelp_lines = ["Call."]\n')

COUNCIL = """
name = "Pooltown"
short = "Pooltown"
controller = "Pooltown"
placeholders = ["controller"]

[settings.p1]
name = "Deep Pool"
pilot_from = "2026-01"
[settings.p2]
name = "Shallow Pool"

[lists]
[contacts]
[retention]
draft_days = 7
words_days = 180
responses_days = 365
"""


def write_survey(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the survey, each change put in once; a change that finds nothing is an error."""
    text = SURVEY
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    (folder / "survey.toml").write_text(text, encoding="utf-8")
    (folder / "council.toml").write_text(COUNCIL, encoding="utf-8")
    return folder
