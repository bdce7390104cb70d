"""Answers in, counts out.

counts     the types: one Counts a measure and process, one Tally for some families
encoding   answers as small integers, clocks included
states     the states of the journey's stages
columns    what is counted beside the items
cells      the one table: families by cell and value
tally      the one pass over all answers
selection  some cells in, their tally out
"""
