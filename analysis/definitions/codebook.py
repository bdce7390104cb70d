"""The models of codebook.toml: themes, codes, and examples of how families say them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from analysis.definitions.reading import Frozen, hash_of, read_toml, same_while, validate
from analysis.errors import DefinitionError

Polarity = Literal["-", "+", "mixed", "suggestion"]
Usual = Literal["-", "+", "both"]


class Theme(Frozen):
    """A group of codes."""

    id: str
    label: str


class Examples(Frozen):
    """Made-up segments of one code by polarity, and segments that look like it and are not."""

    negative: tuple[str, ...] = Field(default=(), alias="-")
    positive: tuple[str, ...] = Field(default=(), alias="+")
    mixed: tuple[str, ...] = ()
    suggestion: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()

    def by_polarity(self) -> dict[Polarity, tuple[str, ...]]:
        """Return the segments of the code, without the unlike ones."""
        return {
            "-": self.negative,
            "+": self.positive,
            "mixed": self.mixed,
            "suggestion": self.suggestion,
        }

    def all(self) -> tuple[str, ...]:
        """Return every segment of the code, of any polarity, without the unlike ones."""
        return tuple(text for texts in self.by_polarity().values() for text in texts)


class Code(Frozen):
    """One code: what it means, what belongs to it, and which words point to it."""

    id: str
    theme: str
    label: str
    definition: str
    include: str
    exclude: str
    usual: Usual  # how most families speak of it; decides only where their words do not
    aims: tuple[str, ...] = ()
    cues: tuple[str, ...] = Field(min_length=1)
    says_well: tuple[str, ...] = ()  # cue phrases that already carry praise
    says_badly: tuple[str, ...] = ()  # cue phrases that already carry a problem
    never_with: tuple[str, ...] = ()  # phrases beside which the cues of this code do not count
    beats: tuple[str, ...] = ()  # codes that give way to this one in the same clause
    not_beside: tuple[str, ...] = ()  # flags beside which this code is not given
    examples: Examples = Field(default_factory=Examples)


class PolarityWords(Frozen):
    """Words that turn a clause to praise or blame, or show a wish, a denial, a time."""

    well: tuple[str, ...] = ()
    badly: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()  # hold a word of the lists above, and say nothing
    negation: tuple[str, ...] = ()
    wish: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    lived: tuple[str, ...] = ()  # tells of what was, not of what is wished for
    halfway: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    sarcasm: tuple[str, ...] = ()


class Codebook(Frozen):
    """Themes and codes of one survey, with the words that mean the same."""

    version: str
    themes: tuple[Theme, ...]
    codes: tuple[Code, ...]
    conventions: tuple[str, ...] = ()
    no_code: tuple[str, ...] = ()  # segments that are about nothing in particular
    same_words: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    polarity: PolarityWords = Field(default_factory=PolarityWords)
    flags: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    hash: str

    def by_id(self) -> dict[str, Code]:
        """Return every code by id."""
        return {code.id: code for code in self.codes}


def load_codebook(folder: Path) -> Codebook:
    """Return the codebook of a survey folder with the examples of `examples/*.toml`."""
    files = sorted((folder / "examples").glob("*.toml"))
    return _read(
        folder / "codebook.toml", tuple(files), same_while(folder / "codebook.toml", *files)
    )


@lru_cache(maxsize=8)  # thousands of examples: not read anew for every snapshot
def _read(path: Path, files: tuple[Path, ...], _same: object) -> Codebook:
    tables = read_toml(path)
    codes = {str(code.get("id")): code for code in tables.get("codes", [])}
    for file in files:
        for code_id, examples in read_toml(file).items():
            _give_examples(codes, code_id, examples, file.name)
    codebook = validate(tables | {"hash": hash_of(path, *files)}, Codebook, path.name)
    if faults := list(_faults(codebook)):
        raise DefinitionError("\n".join(f"{path.name}, {fault}" for fault in faults))
    return codebook


def _give_examples(codes: dict[str, Any], code_id: str, examples: Any, file: str) -> None:
    if code_id not in codes:
        raise DefinitionError(f"{file}, {code_id}: found no such code in codebook.toml")
    if "examples" in codes[code_id]:
        raise DefinitionError(f"{file}, {code_id}: found examples of it before, expected one place")
    codes[code_id]["examples"] = examples


def _faults(codebook: Codebook) -> Iterator[str]:
    """Yield what a reader of single values cannot see: ids said twice, and ids of nothing."""
    themes, ids = [theme.id for theme in codebook.themes], [code.id for code in codebook.codes]
    for code in codebook.codes:
        if ids.count(code.id) > 1:
            yield f"{code.id}: found twice, expected one code of that id"
        if code.theme not in themes:
            yield f"{code.id}.theme: found {code.theme}, expected one of {', '.join(themes)}"
        for other in code.beats:
            if other not in ids:
                yield f"{code.id}.beats: found {other}, expected the id of a code"
