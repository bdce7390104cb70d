"""A share with its range as a small picture, since Word takes no SVG that every reader shows.

It holds no letters: the numbers stand beside it as text.
"""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from analysis.report import Shown
from analysis.reporting.svg import COLOURS, GREY, PALE, PILOT

WIDTH, HEIGHT = 640, 40  # in dots
MARGIN, DOT, RING, LINE = 18, 15.0, 8.0, 4
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
Dots = NDArray[np.float64]


def draw_strip(process: str, share: Shown) -> bytes:
    """Return a PNG of the share on a scale from 0 to 100: a dot or a ring, with its range."""
    dots = np.full((HEIGHT, WIDTH, 3), 255.0)
    middle = HEIGHT // 2
    _fill(dots, _place(0), _place(1), middle - 1, middle + 1, PALE)
    for tick in TICKS:
        _fill(dots, _place(tick) - 1, _place(tick) + 1, 4, HEIGHT - 4, GREY)
    low, high = share.range or (share.value, share.value)
    _fill(dots, _place(low), _place(high) + 1, middle - LINE, middle + LINE, COLOURS[process])
    _disc(dots, share.value, DOT, COLOURS[process])
    if process != PILOT:  # a ring: they differ in grey print too
        _disc(dots, share.value, RING, "#ffffff")
    return _png(dots.round().astype(np.uint8))


def _place(share: float) -> int:
    return round(MARGIN + min(max(share, 0.0), 1.0) * (WIDTH - 2 * MARGIN))


def _fill(dots: Dots, left: int, right: int, top: int, bottom: int, colour: str) -> None:
    dots[top:bottom, left:right] = _rgb(colour)


def _disc(dots: Dots, share: float, radius: float, colour: str) -> None:
    """Draw a disc with soft edges."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    away = np.hypot(x - _place(share), y - (HEIGHT - 1) / 2)
    cover = np.clip(radius + 0.5 - away, 0, 1)[..., None]
    dots[:] = dots * (1 - cover) + _rgb(colour) * cover


def _rgb(colour: str) -> Dots:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], dtype=np.float64)


def _png(dots: NDArray[np.uint8]) -> bytes:
    """Return an image file (Portable Network Graphics, W3C 2003: 8 bits a colour, no filter)."""
    height, width, _ = dots.shape
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = b"".join(b"\0" + line.tobytes() for line in dots)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checked
