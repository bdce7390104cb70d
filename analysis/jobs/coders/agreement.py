"""agreement: how far two coders' files agree beyond chance, overall and code by code."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from analysis.coding.agreement import cohen_kappa, krippendorff_alpha
from analysis.definitions.codebook import Polarity
from analysis.errors import InputError
from analysis.jobs.text_files import Place, read_on

DRAWS = 1_000
POLARITIES = frozenset(get_args(Polarity))
Coded = Mapping[str, frozenset[str]]


def agreement(first: Path, second: Path, seed: int = 0) -> dict[str, Any]:
    """Return kappa and alpha with a bootstrap range, over texts that either coder gave a code.

    Text that nobody coded is no agreement: it would grow with the length of what was read.
    """
    one, other = _read(first), _read(second)
    if one.keys() != other.keys():
        odd = sorted(one.keys() ^ other.keys())[0]
        raise InputError(
            f'{second.name}: found other texts than in {first.name} ("{odd}"), expected the same'
        )
    ids = [id_ for id_ in one if one[id_] or other[id_]]
    codes = sorted(set().union(*one.values(), *other.values()))
    luck = np.random.default_rng(seed)
    return {
        "overall": _overall([one[i] for i in ids], [other[i] for i in ids], luck),
        "codes": {
            code: _one([code in one[i] for i in ids], [code in other[i] for i in ids], luck)
            for code in codes
        },
    }


def _read(file: Path) -> dict[str, frozenset[str]]:
    """Return the codes of each text, or refuse the first line that holds none."""
    found: dict[str, frozenset[str]] = {}
    for place, line in read_on(file, Place()):
        said, id_, codes = f"{file.name}, line {place.lines}", str(line["id"]), line.get("codes")
        if not isinstance(codes, dict) or not set(map(str, codes.values())) <= POLARITIES:
            known = ", ".join(sorted(POLARITIES))
            raise InputError(f"{said}: expected one object with id and codes, each of {known}")
        if id_ in found:
            raise InputError(f'{said}, id: found "{id_}" twice, expected each text once')
        found[id_] = frozenset(codes)
    return found


def _overall(
    one: Sequence[frozenset[str]], other: Sequence[frozenset[str]], luck: np.random.Generator
) -> dict[str, Any]:
    """Return alpha on whole sets of codes, with the distance of Passonneau (MASI).

    Kappa beside it takes two sets for the same only if they are the same whole.
    """
    if not one:
        return {"kappa": None, "alpha": None, "low": None, "high": None, "n": 0}
    drawn = [
        krippendorff_alpha([[one[i] for i in at], [other[i] for i in at]], distance="masi")
        for at in luck.integers(0, len(one), (DRAWS // 5, len(one)))
    ]
    alpha = krippendorff_alpha([list(one), list(other)], distance="masi")
    kappa = cohen_kappa(one, other)
    return {"kappa": kappa, "alpha": alpha, **_range(drawn), "n": len(one)}


def _one(one: Sequence[bool], other: Sequence[bool], luck: np.random.Generator) -> dict[str, Any]:
    """Return kappa and alpha of one code; `n` is how many texts either coder gave it."""
    a, b = np.array(one, dtype=int), np.array(other, dtype=int)
    drawn = [_kappa(a[at], b[at]) for at in luck.integers(0, len(a), (DRAWS, len(a)))]
    return {
        "kappa": cohen_kappa(a.tolist(), b.tolist()),
        "alpha": krippendorff_alpha([a.tolist(), b.tolist()]),
        **_range(drawn),
        "n": int((a | b).sum()),
    }


def _kappa(a: NDArray[np.int_], b: NDArray[np.int_]) -> float | None:
    """Return kappa of two yes-or-no codings from their shares; None where chance explains all."""
    observed, first, second = (a == b).mean(), a.mean(), b.mean()
    expected = first * second + (1 - first) * (1 - second)
    return None if expected == 1 else float((observed - expected) / (1 - expected))


def _range(drawn: Sequence[float | None]) -> dict[str, float | None]:
    known = [value for value in drawn if value is not None]
    if not known:
        return {"low": None, "high": None}
    low, high = np.percentile(known, [2.5, 97.5])
    return {"low": float(low), "high": float(high)}
