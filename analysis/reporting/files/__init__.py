"""A report in, a file to take away out; every file of one report holds the same figures.

formats      the kinds of file there are, by name
files.toml   what files say beside the sentences of rules
about        what stands on every file: stamp, how it was worked out, what it cannot say
tables       a report as tables of words and whole numbers
standards    what reporting standards ask, filled from the report
annex        the models behind the comparison, for those who know statistics
plain        text that no file format takes for anything else
steady       archives that come out the same to the byte each time
word         the report and the board paper as Word documents
excel        the tables as a workbook
csv_bundle   the tables as CSV files in one archive
spss         labelled files for SPSS: a report's comparisons, and rows released for research
research_file  rows that may leave for research, for SPSS
sqlite_file  the tables as a read-only database
public       the pages that anybody may read, and the digest
"""
