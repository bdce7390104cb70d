"""A report in, something to read out; every number comes from a figure that passed the gate.

wording         the sentence of each rule, filled from sentences.toml
sentences.toml  what each rule says
snapshot_file   a report as JSON and back
"""
