"""A file of answers read strictly, before anything of it is stored.

table  rows with the line each begins on, and how faults are told
rows   a row checked against a survey: what can stand where, and what was asked at all
"""
