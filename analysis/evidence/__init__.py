"""Counts in, findings out: pure functions that open no file, read no clock and are given a seed.

counting     answers in, counts out
comparing    counts in, findings out: each measure in both processes
annex        models behind the comparison, made on request
verdict      which sentence may be said of a comparison
intervals    ranges for a share, a difference of shares, and two whole distributions
comparison   two processes: clustering, many questions at once
permutation  whole settings dealt out anew between the processes
timeliness   time limits that have passed for certain, and weeks until something came
prevalence   how common a theme is when an imperfect coder did the reading
trend        months in a row: run charts and process limits
power        how much a number of replies can tell, and how many would tell enough
measures     whether the items of one aim hang together
factor       how much of their sum one common factor explains
journey      the state of a stage, the first problem, whole-setting sign flips
"""
