"""Report pages: a report in, the content of a page out. Whoever serves it puts a frame around it.

pages      the four pages, and what each is given
stamp      what stands on every page: who replied, until when, made when
views      cards, stages and lines of words
tables     comparisons and stages as the rows of tables
themes     what families wrote about, as the rows of tables
months     an aim's headline month by month
crossings  some questions by kind of review
behind     who replied, and how far the answers bear
charts     which figures go into which chart
templates  what the pages look like
"""
