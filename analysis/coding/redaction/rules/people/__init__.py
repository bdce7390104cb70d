"""Names of people, and what makes a word one.

people     names from their first word to their last, and every other mention of them
signs      what makes a word the name of a person
strangers  words that no list holds, which may be names
initials   single letters that stand for a person
"""
