"""A page's form: made from its items, protected, read back as answers.

building    a form for the items of a page, and its answers
kinds       which field stands for an item: one row a kind
fields      choices, ticks, text
place       the question which setting it was, with the one that an invitation names
month       a month and year, with the day where it is known
widgets     how the fields look, each choice drawn once for each answer
protection  a token that only this draft's own pages hold
"""
