"""Acts about coders, people and programs.

agreement       how far two coders' files agree beyond chance
import_codings  what a person read and coded, a whole file or nothing
"""
