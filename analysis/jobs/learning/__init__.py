"""What teaches coders and measures them.

train      decisions of people in, a model with its card out
themes     groups among the texts that no code fits
card       what is said of a model, for people and for programs
decisions  a file of decisions, read whole or refused
folder     a model as files: plain arrays and JSON
gate       which codes a new model gives, and which the one in use keeps
in_use     which model is in use, and which decisions taught it
measuring  coders side by side, part by part
models     models by name: listed, put to use, put back
reviewed   what reviewers decided of the texts in store, as decisions
scores     how well codes were found
starting   coders by name; the one that knows a codebook and no decision yet
"""
