"""Counts in, findings out: pure functions that open no file, read no clock and are given a seed.

counting    answers in, counts out
findings    each measure in both processes, with its range and the rule to be said
verdict     which sentence may be said of a comparison
themes      families counted by what they wrote of
intervals   ranges for a share, a difference of shares, and two whole distributions
comparison  two processes: clustering, whole-setting permutation, many questions at once
timeliness  time limits that have passed for certain, and weeks until something came
prevalence  how common a theme is when an imperfect coder did the reading
trend       months in a row: run charts and process limits
power       how much a number of replies can tell, and how many would tell enough
measures    whether the items of one aim hang together
journey     the state of a stage, the first problem, whole-setting sign flips
"""
