"""Which version of the program made something."""

VERSION = "0.1.0"
