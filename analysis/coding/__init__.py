"""Redacted words in, codings out; pure: no files, no clock.

agreement     how far coders agree: kappa and alpha
answers       one answer read whole: redacted, coded, flagged
coder         what a coder is, what it gives back, an answer's codes
cues          phrases of the codes found in a clause
danger        the word screen for harm; runs on the survey side too
flags         what is noted about an answer and is no theme
language      words, clauses' joints, the automaton of phrases
learning      coders that people teach, with a sentence encoder where it is installed
likeness      which codes a clause resembles, by all of the codebook's texts
nearness      how near a clause is to one example
phrases       the coder that needs no training
polarity      praise, blame, both or a wish
queue         what to read next
redaction     personal details taken out
segmentation  a text cut into clauses
themes        groups among clauses that no code fits
"""
