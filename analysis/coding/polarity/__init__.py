"""Praise, blame, both or a wish.

reading  which way a clause speaks, by words of praise and blame, wishes and denials
learned  the same as a codebook's example segments teach it
"""
