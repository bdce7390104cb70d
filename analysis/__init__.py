"""The library: it reads survey definitions, codes free text, compares processes, and knows no web.

definitions  what a survey folder says, as frozen models
words        the types of what a parent wrote
report       the types of what may be seen
coding       redaction, segments, coders, agreement
evidence     counts in, findings out
disclosure   the gate between findings and anything a person sees
reporting    sentences, charts, pages and files made from a report
store        the database: intake for the survey side, desk for the staff side
jobs         one file an act, called by the command line and by screens
cli          the command line
"""
