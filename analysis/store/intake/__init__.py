"""All that the survey side may import: it seals words and never opens them.

door           the survey side's connection, and what it is refused
definitions    every definition that answers were given to
drafts         unfinished questionnaires, sealed with the family's own key
responses      completed questionnaires
processes      which process and review type a response belongs to
settings       which school a response is about, as an opaque number
danger_levels  what the danger screen found
words          parents' own words, sealed before they are written
additions      answers that come after sending
receipts       the code that takes a response back
invitations    links that name a setting and a channel, by the hash of their code
sending        a completed questionnaire stored whole or not at all
"""
