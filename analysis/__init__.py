"""The library: it reads survey definitions, codes free text, compares processes, and knows no web.

errors       everything that can be wrong, in one family
version      what this is, for snapshots and the command line
definitions  what a survey folder says, as frozen models
words        the types of what a parent wrote
report       the types of what may be seen
coding       redaction, segments, coders, agreement
evidence     counts in, findings out
suppression  which cells of a table are hidden, so that none can be found
disclosure   the gate: what may be looked at, and what may be shown
differencing  one group of families beside all of them
stepping     one figure's steps: as it is now, as it was last seen, or not at all
steps        how often what the council sees may move
releasing    findings through the gate, into a report
research     the gate for rows that leave for research
reporting    sentences, charts, pages and files made from a report
store        the database: intake for the survey side, desk for the staff side
made_up      made-up answers to any survey
jobs         one file an act, called by the command line and by screens
cli          the command line, and its one table of commands
"""
