"""Coders by name: the phrase coder, the hybrid that knows a codebook alone, a model's folder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from analysis.coding.coder import Coder
from analysis.coding.learning.encoder import Encoder, load_encoder
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.model import Model
from analysis.coding.learning.training import Trainer
from analysis.coding.phrases import PhraseCoder
from analysis.definitions.codebook import Codebook
from analysis.errors import InputError
from analysis.jobs.learning.card import card_files, describe_model
from analysis.jobs.learning.folder import FORMAT, MODEL, load_model, save_model

HYBRID = "hybrid"
ENCODED_UP_TO = 10_000  # texts; above it the sentence encoder has to be asked for
KEPT = Path(__file__).parents[3] / "build" / "coders"  # made anew wherever it is missing
_SEED = 1


def make_coder(
    name: str,
    codebook: Codebook,
    day: date,
    encode: bool = True,
    kept: Path = KEPT,
    say: Callable[[str], None] = lambda line: None,
) -> Coder:
    """Return the coder `phrases`, the coder `hybrid`, or the one in the folder of that name.

    `hybrid` knows the codebook and no decision. It is taught once for each codebook, which takes
    up to a minute with the sentence encoder, and kept; `say` hears of it.
    """
    if name == PhraseCoder.name:
        return PhraseCoder(codebook)
    if name == HYBRID:
        encoder = load_encoder() if encode else None
        model = _starting_model(codebook, encoder, day, kept, say)
        return HybridCoder(codebook, model, encoder, name)
    if not Path(name).is_dir():
        known = f"{PhraseCoder.name}, {HYBRID} or a model's folder"
        raise InputError(f'coder: found "{name}", expected {known}')
    return load_coder(Path(name), codebook)


def load_coder(folder: Path, codebook: Codebook) -> HybridCoder:
    """Return the coder of a model's folder."""
    model = load_model(folder, codebook)
    return HybridCoder(codebook, model, load_encoder() if model.encoder else None, model.name)


def _starting_model(
    codebook: Codebook,
    encoder: Encoder | None,
    day: date,
    kept: Path,
    say: Callable[[str], None],
) -> Model:
    with_ = "plain" if encoder is None else encoder.name
    folder = kept / f"{codebook.hash}-{with_}-{FORMAT}"
    if (folder / MODEL).exists():
        try:
            return load_model(folder, codebook)
        except InputError:
            say("The coder that was kept is damaged and is made anew.")
    say("Teaching a coder this codebook: once, up to a minute.")
    model, held = Trainer(codebook, encoder).train([], _SEED)
    card = describe_model(HYBRID, model, held, codebook, _SEED, day)
    try:
        save_model(folder, model, codebook, card_files(card))
    except OSError as error:
        say(f"The coder could not be kept ({error.strerror}); it will be taught again next time.")
    return model
