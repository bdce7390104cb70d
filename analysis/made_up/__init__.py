"""Made-up answers to any survey, for the demonstration, the benchmarks and the tests.

tendencies  what made-up families are like and what they write: TOML in, checked models out
families    one family after another, each answering when a route asks
writing     write_made_up: the file that an import takes
quoting     quotes that two made-up people let go
reading     a made-up reader's codes of a random sample
"""

from analysis.made_up.writing import write_made_up

__all__ = ["write_made_up"]
