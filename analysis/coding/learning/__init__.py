"""Coders that learn: from the codebook's own texts, and from what people decide.

clauses     an answer's clauses with what the codebook's phrases say of them
encoder     sentences as points: a small transformer run by numpy, where its weights are installed
explain     why a clause has a code, and whether that is the reason
features    a text's words and letters as numbers
hybrid      the coder that blends phrases and what was learned
model       a trained model as plain arrays
regression  one logistic regression a code
rows        the texts and decisions that a model is taught by
thresholds  from when a code is given, and how sure people may be
tokens      words cut into the pieces that the encoder knows
training    a model from decisions, judged on answers held out
trust       what the phrase coder's word is worth
"""
