"""The thin web front: two applications for two sides, and nothing that counts or decides.

config       the settings both sides start from
security     the headers of every response, the size of a request, what a log line holds
form_tokens  what tells a form of ours from another's
assets       style sheets and scripts: prepared once, served under names that never change
health       whether a side runs and can take in answers
roles        the roles of the staff side
run          each side in a process of its own
demo         the demonstration on made-up answers
survey       families fill in the survey
staff        people read, decide and run it
"""
