"""Faults that only show when the parts of a survey, or its files, are seen together.

faults     every fault of a survey, as place, what was found and what would be right
questions  names, tables, conditions, pages
reach      whether a page can be reached at all
whole      a survey folder read whole, with every fault across its files
results    aims, stages, cuts, tables, roles
"""
