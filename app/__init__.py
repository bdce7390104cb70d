"""The thin web front: two applications for two sides, and nothing that counts or decides.

config       the settings both sides start from
security     the headers of every response, the size of a request, what a log line holds
form_tokens  a token in every form that a page of ours alone can hold
assets       style sheets and scripts: prepared once, served under names that never change
roles        who may see what on the staff side
demo         the demonstration: made-up families, sign-ins, a scorecard
run          both sides served, each in a process of its own
survey       families fill in the survey
staff        people read, decide and run it
"""
