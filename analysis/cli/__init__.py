"""The command line.

main     parses, calls and says what was refused; the one table of commands
options  what commands share
answers  commands that bring answers in, and codes to them
coders   commands about coders, people and programs
revising  commands for a survey that changes
results  commands that show what was found, and let it out
"""

from analysis.cli.main import main

__all__ = ["main"]
