"""How good coders are, measured side by side.

evaluate         ours and the nearest recipe, side by side on public comments
ladder           what each part of the coder adds, on any coded texts
public_comments  the public comments, their labels and their split; its folder has our codebook
held_out         the part of them that is coded and scored
recipe           the nearest published recipe, rebuilt from its description
simulation       what the queue gains on public comments
"""
