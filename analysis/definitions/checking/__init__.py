"""Faults of a survey that only show when its parts are seen together.

faults     every fault of a survey, as place, what was found and what would be right
questions  names, tables, conditions, pages
reach      whether a page can be reached at all
results    aims, stages, cuts, tables, roles
"""
