"""The vault of this process, once somebody unlocked it; it ends with the process."""

import threading
import time
from collections.abc import Callable

from analysis.errors import LockedError
from analysis.store.desk.door import Desk
from analysis.store.desk.vault import IDLE_S, LOCKED, Vault, unlock


class WordsLock:
    """Holds one vault for all threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._vault: Vault | None = None
        self._alone = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether words can be read now."""
        return self._vault is not None and not self._vault.locked

    def open(self, desk: Desk, passphrase: str, idle_s: float = IDLE_S) -> None:
        """Unlock with a holder's passphrase or the recovery code, else raise LockedError."""
        with self._alone:  # each try takes a quarter of a gigabyte
            self._vault = unlock(desk, passphrase, idle_s, self._clock)

    def lock(self) -> None:
        """Forget the key."""
        if self._vault is not None:
            self._vault.lock()
            self._vault = None

    def touch(self) -> None:
        """Say that a person is reading, so that idle time begins anew."""
        if self._vault is not None:
            self._vault.touch()

    def vault(self) -> Vault:
        """Return the vault, or raise LockedError."""
        vault = self._vault
        if vault is None or vault.locked:
            raise LockedError(LOCKED)
        return vault
