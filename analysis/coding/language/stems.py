"""Stems of words and pairs of stems, by which texts are compared."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from nltk.stem.snowball import EnglishStemmer

from analysis.coding.language.grammar import words_of
from analysis.coding.language.matching import SameWords
from analysis.coding.language.text import tokenize

_KEPT_STEMS = 20_000
# Left out alone and kept in pairs: "not in place" is told from "in place".
_FREQUENT = words_of(
    "the a an of to and in it is was for on that i we they he she his her my our be with as at by "
    "this so but or me us them him you your are were had have has do did"
)
_STEMMER = EnglishStemmer()


class StemReader:
    """Reads words as stems; a word of one list of same words is read as the list's head.

    Examples
    --------
    >>> StemReader({"letter": ["letters", "mail"]}).features(["no", "mails", "nor", "letters"])
    ['no', 'mail', 'nor', 'letter', 'no mail', 'mail nor', 'nor letter']
    """

    def __init__(self, same_words: SameWords) -> None:
        lists = same_words.items()
        said = Counter(word for head, words in lists for word in {head, *words})
        self._heads = {
            word: head
            for head, words in lists
            for word in {head, *words}
            if said[word] == 1 and word.isalnum()
        }

    def features(self, words: Sequence[str]) -> list[str]:
        """Return the telling stems of a clause, then every pair of neighbouring stems."""
        stems = [self.stem(word) for word in words]
        pairs = [f"{left} {right}" for left, right in pairwise(stems)]
        return [stem for stem in stems if stem not in _FREQUENT] + pairs

    def features_of_text(self, text: str) -> list[str]:
        """Return the features of a text that is not cut into words yet."""
        return self.features([token.word for token in tokenize(text)])

    def stem(self, word: str) -> str:
        """Return what a word is compared by."""
        return _stem(self._heads.get(word, word))

    def is_telling(self, word: str) -> bool:
        """Tell whether a word counts alone, not in pairs only."""
        return self.stem(word) not in _FREQUENT


@lru_cache(maxsize=_KEPT_STEMS)
def _stem(word: str) -> str:
    return str(_STEMMER.stem(word))
