"""The settings both sides start from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_DATA = ROOT / "data"
MAX_REQUEST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data folder and the prepared assets lie, and whether real families use it.

    `live` means https: cookies become Secure and carry the `__Host-` prefix. Over plain http on
    loopback a client would never send such a cookie back.
    """

    data: Path = DEFAULT_DATA
    assets: Path = ROOT / "build" / "assets"
    live: bool = False

    def cookie_name(self, side: str) -> str:
        """Return the name of a side's only cookie; the two differ, so they can share a host."""
        return f"__Host-{side}" if self.live else side

    def cookie_rules(self) -> Mapping[str, Any]:
        """Return what every `set_cookie` is called with beside its name, value and age."""
        return {"secure": self.live, "httponly": True, "samesite": "Lax", "path": "/"}

    def flask_config(self, side: str, key: bytes) -> Mapping[str, Any]:
        """Return the Flask settings of a side that signs its cookie with `key`.

        Flask's own form limit binds multipart bodies only, so the whole request is bounded too.
        """
        return {
            "SECRET_KEY": key,
            "MAX_CONTENT_LENGTH": MAX_REQUEST_BYTES,
            "MAX_FORM_MEMORY_SIZE": MAX_REQUEST_BYTES,
            "SESSION_COOKIE_NAME": self.cookie_name(side),
            "SESSION_COOKIE_SECURE": self.live,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
        }
