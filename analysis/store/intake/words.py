"""Parents' own words, sealed before they are written; nothing here can open them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from nacl.public import PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.database import hangs_on, random_id
from analysis.words import Words

migration = Migrations("words")
STEP = 256


@migration()
def create_words(db: Database) -> None:
    """Make the tables; a key and what it opens go together."""
    keys, words = db.table("word_keys"), db.table("words")
    keys.create(
        {"id": int, "response_id": int, "sealed": bytes},
        pk="id",
        not_null={"response_id", "sealed"},
        foreign_keys=[hangs_on("word_keys", "response_id", "responses")],
    )
    words.create(
        {
            "id": int,
            "response_id": int,
            "key_id": int,
            "item": str,
            "made_of": str,
            "ciphertext": bytes,
        },
        pk="id",
        not_null={"response_id", "key_id", "item", "made_of", "ciphertext"},
        foreign_keys=[
            hangs_on("words", "response_id", "responses"),
            hangs_on("words", "key_id", "word_keys"),
        ],
    )
    for table in (keys, words):
        table.create_index(["response_id"])
    words.create_index(["key_id"])


@migration()
def cover_items(db: Database) -> None:
    """Let it be counted who wrote where without a look at the words."""
    db.table("words").create_index(["response_id", "item"])
    db.execute("DROP INDEX idx_words_response_id")  # the longer one begins with it


class Sealer:
    """Seals words for the key holders; it holds the public key and no other."""

    def __init__(self, public_key: bytes) -> None:
        self._box = SealedBox(PublicKey(public_key))

    def seal_key(self, data_key: bytes) -> bytes:
        """Return a response's data key as only a key holder can open it."""
        return self._box.encrypt(data_key)


def seal_text(data_key: bytes, state: str, words_id: int, text: str) -> bytes:
    """Return a text under a data key, bound to the row and the state it belongs to.

    What is bound cannot be shown as another family's words, nor written words as redacted ones.
    """
    plain = json.dumps([words_id, state, text]).encode()
    return SecretBox(data_key).encrypt(plain.ljust(-(-len(plain) // STEP) * STEP))


@dataclass(frozen=True, slots=True)
class SealedWords:
    """A response's words as they will stand: its data key, sealed, and what that key opens."""

    key_id: int
    sealed_key: bytes
    texts: tuple[tuple[int, str, bytes], ...]  # id, item, ciphertext


def seal_words(sealer: Sealer, words: Mapping[str, Words]) -> SealedWords | None:
    """Return a response's words by item, sealed; None where there are none.

    It is done before the write lock is taken: others wait for as long as that is held.
    """
    if not words:
        return None
    data_key = random(SecretBox.KEY_SIZE)
    ids = {item: random_id() for item in words}
    texts = tuple(
        (ids[item], item, seal_text(data_key, "words", ids[item], text.reveal()))
        for item, text in words.items()
    )
    return SealedWords(random_id(), sealer.seal_key(data_key), texts)


def add_words(db: Database, response_id: int, sealed: SealedWords | None) -> None:
    """Add a response's sealed words; the caller holds `writing(db)`."""
    if sealed is None:
        return
    key = [sealed.key_id, response_id, sealed.sealed_key]
    db.execute("INSERT INTO word_keys VALUES (?, ?, ?)", key)
    for words_id, item, ciphertext in sealed.texts:
        db.execute(
            "INSERT INTO words VALUES (?, ?, ?, ?, 'answer', ?)",
            [words_id, response_id, sealed.key_id, item, ciphertext],
        )
