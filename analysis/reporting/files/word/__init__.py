"""A report as a Word document.

document  headings, paragraphs, tables and pictures, with the stamp on every page
strip     a share with its range as a small picture
parts     what the full report and the board paper share
behind    who replied, month by month, how far the answers bear
full      the full report
board     the board paper: two pages
"""
