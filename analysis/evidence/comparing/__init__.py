"""Counts in, findings out.

findings  each measure in both processes, with its ranges and the rule to be said
ranges    shares and differences with settings that differ and are not all known
families  tests across whole settings, and many questions at once
unplaced  replies that could not be placed, put where they would hurt most
case_mix  like compared with like
theme_shares  themes by process, where people read enough of the words
series    an aim's headline month by month
mixes     which families replied in which period
scores    one score for the questions of an aim
health    how far the answers bear
rulings   whether an aim reached what was agreed beforehand
"""
