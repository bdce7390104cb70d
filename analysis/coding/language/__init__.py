"""English as it is typed, without meaning: words, clauses' joints, phrases found.

grammar   small words that show where a clause begins
matching  phrases compiled into one automaton
stems     stems and pairs of stems, by which texts are compared
text      words of a text with their places
"""
