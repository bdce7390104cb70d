"""What the encoder says is held against what the model's own library said of the same texts."""

import numpy as np
import pytest

from analysis.coding.learning import encoder as encoders
from analysis.coding.learning.encoder import (
    WIDTH,
    RememberingEncoder,
    load_encoder,
    read_tensors,
)
from tests.coding.learning.made import HashEncoder

ENCODER = load_encoder()
installed = pytest.mark.skipif(ENCODER is None, reason="the encoder's weights are not installed")
# The first six numbers of each point, by sentence-transformers on torch 2.15.
FACTS = {
    "The letter never came.": (0.012266, 0.043371, 0.02572, 0.097549, -0.059795, 0.001644),
    "We felt listened to, at last!": (
        *(-0.031038, -0.103409, -0.008484, -0.076838, 0.072404, 0.001372),
    ),
    "naïve café — Ωmega 漢字 🙂": (
        *(-0.042769, 0.051347, -0.005505, 0.042632, 0.002369, -0.001785),
    ),
    "didn't get 1:1 support for x" * 60: (
        *(0.012231, -0.102558, -0.042654, -0.009945, 0.010866, -0.040003),
    ),
}


@installed
@pytest.mark.parametrize(("text", "begins"), FACTS.items())
def test_points_are_those_of_the_models_own_library(text, begins):
    assert ENCODER.encode([text])[0, :6] == pytest.approx(begins, abs=2e-6)


@installed
def test_the_likeness_of_two_texts_is_that_of_the_models_own_library():
    letter, heard = ENCODER.encode(["The letter never came.", "We felt listened to, at last!"])

    assert float(letter @ heard) == pytest.approx(0.138266, abs=2e-6)


@installed
def test_points_have_length_one_and_do_not_hang_on_their_neighbours():
    texts = ["ok", "the plan was late and nobody said why", "", "🙂", "late"]

    together = ENCODER.encode(texts)

    assert together.shape == (5, WIDTH)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    assert together[1] == pytest.approx(ENCODER.encode(texts[1:2])[0], abs=1e-5)


@installed
def test_no_texts_have_no_points():
    assert ENCODER.encode([]).shape == (0, WIDTH)


def test_without_its_weights_there_is_no_encoder(monkeypatch):
    monkeypatch.setattr(encoders, "_PACKAGE", "no_such_weights")

    assert load_encoder.__wrapped__() is None


def test_tensors_are_read_by_name_and_shape(tmp_path):
    table = b'{"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"__metadata__":{}}'
    path = tmp_path / "t.safetensors"
    numbers = np.array([1, 2], "<f4").tobytes()
    path.write_bytes(len(table).to_bytes(8, "little") + table + numbers)

    assert read_tensors(path)["a"].tolist() == [[1.0], [2.0]]


def test_a_text_is_read_once():
    inner = HashEncoder()
    remembering = RememberingEncoder(inner)

    remembering.encode(["late", "again", "late"])
    points = remembering.encode(["late", "new"])

    assert inner.asked == [2, 1]
    assert points.shape == (2, 16)


def test_no_text_at_all_is_read_as_no_point():
    assert RememberingEncoder(HashEncoder()).encode([]).shape == (0, 16)
