"""Families fill in the survey: a form built from the definition, kept as a sealed draft, sent once.

factory        the application put together
side           what every page works with: definitions, texts, clock, one connection a thread
messages       what the program says itself, and links in what the survey folder says
draft_session  the draft that a family's cookie opens
way            which pages a draft leads through, and which comes next
forms          a page's form: made, protected, read
pages          question pages
check          every answer in words, with a way to change it
sending        the answers sent, once
receipt        the code, what comes after it, and the clean end
withdraw       answers taken back
throttle       tries slowed down without knowing who tries
entry          the start, links that lead here, privacy, and whether all is well
"""
