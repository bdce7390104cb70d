"""One file an act: called by the command line and by screens, and named as its command.

init              an empty data folder with its keys, or one opened
check             a survey folder read whole, with every fault
importing         files of answers, read row by row
import_responses  answers collected elsewhere, a whole file or nothing
invitations       a link for each setting
coders            agreement and what people coded
code              a file of texts in, a file with their codes out
code_answers      the words in the store, redacted and coded while unlocked
text_files        files of texts, read line by line and written whole
whole             a file or a folder written whole or not at all
redact            a file of texts in, the same texts without personal details out
rebuilding        what a rebuild is made of
rebuild           every audience's snapshot from what is in the store
audience          one audience's snapshot
revising          a survey's new version, and what was agreed beforehand
learning          coders taught, kept and measured; emerging themes
sharing           what leaves the house: files, public pages, sign-offs, rows for research
"""
