"""Answers in, counts out.

counts     the types: one Counts a measure and process, one Tally for all
encoding   answers as small integers, clocks included
states     the states of the journey's stages
summing    counts as they grow, and the tally they come to
tally      the one pass over all answers
"""
