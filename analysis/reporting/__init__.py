"""A report in, something to read out; every number comes from a figure that passed the gate.

wording         the sentence of each rule, filled from sentences.toml
wording_behind  the sentences beside and behind them: further rules, months, who replied
sentences.toml  what each rule says
texts.toml      what pages and files say beside the rules' sentences
figure_words    a figure as words, or kindly why it is hidden
snapshot_file   a report as JSON and back
svg             charts that need no script: dots with ranges, bars of a hundred
svg_rows        months in a row, as such a chart
plotly_figures  the chart that can be explored
plain_rows      a report as plain rows, for programs
csv_file        the numbers of a page as CSV
html            the pages
files           what people take away: Word, Excel, CSV, SPSS, a database, the public pages
"""
