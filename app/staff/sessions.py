"""Who is signed in: random numbers in cookies, whose hashes stand in memory and end with it."""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

IDLE_S, LONGEST_S = 30 * 60, 8 * 60 * 60
NUMBER_BYTES = 32


@dataclass(slots=True)
class Session:
    """One person's time at one browser."""

    account_id: int
    began: float
    touched: float


def new_number() -> str:
    """Return a random number of 256 bits, as a cookie holds it."""
    return secrets.token_urlsafe(NUMBER_BYTES)


class Sessions:
    """Half an hour without a page ends a session, and so do eight hours in all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[bytes, Session] = {}
        self._alone = threading.Lock()

    def begin(self, account_id: int) -> str:
        """Return a new number for somebody who has just proved who they are."""
        number, now = new_number(), self._clock()
        with self._alone:
            self._held = {key: held for key, held in self._held.items() if not _over(held, now)}
            self._held[_hash(number)] = Session(account_id, now, now)
        return number

    def find(self, number: str) -> int | None:
        """Return whose number it is, if the session has not ended, and count this as a page."""
        now = self._clock()
        with self._alone:
            held = self._held.get(_hash(number))
            if held is None or _over(held, now):
                self._held.pop(_hash(number), None)
                return None
            held.touched = now
            return held.account_id

    def end(self, number: str) -> None:
        """End one session."""
        with self._alone:
            self._held.pop(_hash(number), None)

    def end_all(self, account_id: int) -> None:
        """End every session of an account."""
        with self._alone:
            held = self._held.items()
            self._held = {key: one for key, one in held if one.account_id != account_id}


def _over(session: Session, now: float) -> bool:
    return now - session.touched > IDLE_S or now - session.began > LONGEST_S


def _hash(number: str) -> bytes:
    return hashlib.sha256(number.encode()).digest()
