"""What teaches coders and measures them.

train            decisions of people in, a model with its card out
evaluate         our coder and the nearest recipe side by side, on public comments
themes           groups among the texts that no code fits
card             what is said of a model, for people and for programs
decisions        a file of decisions, read whole or refused
folder           a model as files: plain arrays and JSON
public_comments  the public comments, their labels and their split; its folder has our codebook
recipe           the nearest published recipe, rebuilt from its description
scores           how well codes were found
simulation       what the queue gains on public comments
starting         coders by name; the one that knows a codebook and no decision yet
"""
