"""What anybody may read, made of a public report alone.

site         the static pages: English, easy read, their look and their numbers
summary      all aims in one sentence, and each in easy words
digest       the same as plain text, for an email or a notice board
public.toml  what the pages say beside the sentences of rules
templates    what they look like
style.css    their look
"""
