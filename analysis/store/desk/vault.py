"""The only thing that opens words. It is made by unlocking, and forgets its key when left alone."""

import json
import time
from collections.abc import Callable

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox

from analysis.errors import LockedError, StoreError
from analysis.store.database import Database
from analysis.store.desk.door import Desk
from analysis.store.desk.key_holders import unwrap
from analysis.store.intake.words import seal_text
from analysis.words import Redacted, Released, Words

IDLE_S = 30 * 60
LOCKED = "the words are locked: a key holder's passphrase opens them"


class Vault:
    """Holds the private key in memory only; threads may share it, each with its own connection."""

    def __init__(
        self, private: bytes, idle_s: float = IDLE_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._box: SealedBox[PrivateKey] | None = SealedBox(PrivateKey(private))
        self._idle_s = idle_s
        self._clock = clock
        self._touched = clock()

    @property
    def locked(self) -> bool:
        """Whether the key is gone. To ask is what makes an idle vault forget: ask now and then."""
        if self._clock() - self._touched > self._idle_s:
            self.lock()
        return self._box is None

    def lock(self) -> None:
        """Forget the key."""
        self._box = None

    def touch(self) -> None:
        """Say that a person is there; coding on arrival does not, or nothing would ever lock."""
        if not self.locked:
            self._touched = self._clock()

    def open(self, db: Database, words_id: int) -> Words:
        """Return a text as it was written."""
        found = db.execute("SELECT ciphertext FROM words WHERE id = ?", [words_id]).fetchone()
        if found is None:
            raise StoreError("words: found none with this id; they may have been withdrawn")
        return Words(self._open(db, words_id, "words", found[0]))

    def open_redacted(self, db: Database, words_id: int, sealed: bytes) -> Redacted:
        """Return a redacted text that was sealed for these words."""
        return Redacted(self._open(db, words_id, "redacted", sealed))

    def open_released(self, db: Database, words_id: int, sealed: bytes) -> Released:
        """Return a released text that was sealed for these words."""
        return Released(self._open(db, words_id, "released", sealed))

    def seal(self, db: Database, words_id: int, text: Redacted | Released) -> bytes:
        """Return the text sealed with its response's own key, so that it goes when that goes."""
        state = "redacted" if isinstance(text, Redacted) else "released"
        return seal_text(self._data_key(db, words_id), state, words_id, text.reveal())

    def _open(self, db: Database, words_id: int, state: str, sealed: bytes) -> str:
        try:
            plain = SecretBox(self._data_key(db, words_id)).decrypt(sealed)
        except CryptoError:
            raise StoreError("words: found a text that its own key does not open") from None
        found_id, found_state, text = json.loads(plain)
        if (found_id, found_state) != (words_id, state):
            raise StoreError("words: found a text that was sealed for another row")
        return str(text)

    def _data_key(self, db: Database, words_id: int) -> bytes:
        box = None if self.locked else self._box
        if box is None:
            raise LockedError(LOCKED)
        row = db.execute(
            "SELECT k.sealed FROM words w JOIN word_keys k ON k.id = w.key_id WHERE w.id = ?",
            [words_id],
        ).fetchone()
        if row is None:
            raise StoreError("words: found none with this id; they may have been withdrawn")
        return box.decrypt(row[0])


def unlock(
    desk: Desk,
    passphrase: str,
    idle_s: float = IDLE_S,
    clock: Callable[[], float] = time.monotonic,
) -> Vault:
    """Return the vault for a holder's passphrase or the recovery code; else LockedError."""
    private = unwrap(desk.db, passphrase)
    if private is None:
        raise LockedError("the words stay locked: this is no key holder's passphrase")
    return Vault(private, idle_s, clock)
