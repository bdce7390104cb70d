"""The thin web front: two applications for two sides, and nothing that counts or decides.

config    the settings both sides start from
security  the headers of every response, the size of a request, what a log line holds
assets    style sheets and scripts: prepared once, served under names that never change
survey    families fill in the survey
staff     people read, decide and run it
"""
