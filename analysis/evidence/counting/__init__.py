"""Answers in, counts out.

counts     the types: one Counts a measure and process, one Tally for some families
encoding   answers as small integers, clocks included; what is counted beside the items
states     the states of the journey's stages
themes     codings in, counts of families out
months     what is counted by the month of the meeting
cells      the one table: families by cell and value
crossed    families by kind of review and answer, for the declared tables
stack      columns side by side, summed at once over some of the cells
groups     families by the groups of the declared cuts
scores     one score for the questions of an aim
tally      the one pass over all answers
selection  some cells in, their tally out
"""
