"""Two versions of one questionnaire.

changes      what is worded otherwise, what means something else
equivalence  items that a named person declared to mean the same
"""
