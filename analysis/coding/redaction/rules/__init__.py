"""The rules, one file a kind of personal data; `redact` runs them in the order given here.

contacts      e-mail addresses, online names, web addresses, postcodes
dates         birthdays (and no other dates)
numbers       telephone, NHS and pupil numbers, references of cases
known         names of several words: this council's, and the lists'
schools       names of schools and other settings, by a word like "School"
surroundings  the same, by what surrounds them
addresses     addresses, with or without a number
places        places, firms and agencies
people        names of people
capitals      other words in capitals inside a sentence that stand together
"""
