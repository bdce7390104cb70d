"""When definitions change.

diff           two versions of a survey: what is worded otherwise, what means something else
lock_criteria  what was agreed beforehand, kept in the chain of acts
locks          what is kept there, and what was changed since
"""
