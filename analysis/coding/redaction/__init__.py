"""Redaction: what could point to a family is found and replaced by a bracketed, vaguer word.

redact   Words in, Redacted and the spans found in it out
spans    a span, its kind, the words put in its place, and the way back to the original
names    the names that one council already knows
lexicon  the word lists under lists/, read once into one table of marks
shapes   what the letters of a word say of it
tokens   a text cut once into words, each with the marks of its looks and its meaning
rules    one file a kind of personal data
"""
