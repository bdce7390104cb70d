"""Acts about coders, people and programs.

agreement       how far two coders' files agree beyond chance
import_codings  what a person read and coded, a whole file or nothing
reader          the reader of the answers in store, made once and kept
reasons         why a text has the codes that the computer gave it
"""
