"""Findings through the gate, into a report.

evidence  what the gate is given
report    everything one audience may see, in the order of its pages
measures  one measure in both processes
themes    what families wrote about
trends    each aim's headline by the month of the meeting
who       who replied, beside who could have
crossed   what was answered by kind of review
health    how far the answers bear
annex     what the models behind the comparison found
"""
