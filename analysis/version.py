"""Which version of the program made something."""

VERSION = "0.3.0"
