import pytest
from nacl.public import PrivateKey

from analysis.store.intake.words import Sealer, seal_text


def test_a_sealer_holds_nothing_that_opens():
    private = PrivateKey.generate()
    sealer = Sealer(bytes(private.public_key))
    held = [getattr(sealer, name) for name in vars(sealer)]

    assert bytes(private) not in held
    with pytest.raises(TypeError):
        held[0].decrypt(sealer.seal_key(bytes(32)))


def test_the_same_text_sealed_twice_looks_unlike():
    assert seal_text(bytes(32), "words", 1, "same") != seal_text(bytes(32), "words", 1, "same")


def test_a_few_words_more_leave_the_size_as_it_is():
    sealed = {len(seal_text(bytes(32), "words", 1, "x" * length)) for length in range(1, 200)}

    assert len(sealed) == 1
