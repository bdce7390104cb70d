"""Counts in, findings out.

findings  each measure in both processes, with its ranges and the rule to be said
ranges    shares and differences with settings that differ and are not all known
families  tests across whole settings, and many questions at once
unplaced  replies that could not be placed, put where they would hurt most
case_mix  like compared with like
rulings   whether an aim reached what was agreed beforehand
"""
