"""What a rebuild is made of.

placing   which process a review belongs to, said anew when a definition that decides changed
pooling   answers to earlier versions, as far as they mean the same
views     all families and each declared group of them
quotes    which approved quotes stand under which code
readings  the computer's and people's codes of each family's words, as they are compared
"""
