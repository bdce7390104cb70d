"""The models of codebook.toml: themes, codes, and examples of how families say them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from analysis.definitions.reading import hash_of, read_toml, validate
from analysis.definitions.survey import Frozen
from analysis.errors import DefinitionError

Polarity = Literal["-", "+", "mixed", "suggestion"]


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


class Code(Frozen):
    """One code: what it means, what belongs to it, and which words point to it."""

    id: str
    theme: str
    label: str
    definition: str
    include: str
    exclude: str
    usual: Polarity
    aims: tuple[str, ...] = ()
    cues: tuple[str, ...]
    says_well: tuple[str, ...] = ()  # cue phrases that already carry praise
    says_badly: tuple[str, ...] = ()  # cue phrases that already carry a problem
    examples: Examples = Field(default_factory=Examples)


class Codebook(Frozen):
    """Themes and codes of one survey, with the words that mean the same."""

    version: str
    themes: tuple[Theme, ...]
    codes: tuple[Code, ...]
    conventions: tuple[str, ...] = ()
    same_words: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    flags: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    hash: str

    def by_id(self) -> dict[str, Code]:
        """Return every code by id."""
        return {code.id: code for code in self.codes}


def load_codebook(folder: Path) -> Codebook:
    """Return the codebook of a survey folder with the examples of `examples/*.toml`."""
    path = folder / "codebook.toml"
    tables = read_toml(path)
    files = sorted((folder / "examples").glob("*.toml"))
    known = {str(code.get("id")) for code in tables.get("codes", [])}
    for file in files:
        for code_id, examples in read_toml(file).items():
            if code_id not in known:
                raise DefinitionError(
                    f"{file.name}, {code_id}: found no such code in codebook.toml"
                )
            for code in tables["codes"]:
                if code.get("id") == code_id:
                    code["examples"] = examples
    return validate(tables | {"hash": hash_of(path, *files)}, Codebook, path.name)
