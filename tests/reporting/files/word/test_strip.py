import struct
import zlib

import numpy as np
import pytest

from analysis.report import Shown
from analysis.reporting.files.word.strip import HEIGHT, WIDTH, draw_strip

PILOT_BLUE, OLD_ORANGE, WHITE = (0x12, 0x43, 0x6D), (0xF4, 0x6A, 0x25), (255, 255, 255)


def dots(png):
    """Return the picture's dots, read as the format says."""
    head = struct.unpack(">II", png[16:24])
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert head == (WIDTH, HEIGHT)
    size = struct.unpack(">I", png[33:37])[0]
    lines = np.frombuffer(zlib.decompress(png[41 : 41 + size]), dtype=np.uint8)
    return lines.reshape(HEIGHT, 1 + WIDTH * 3)[:, 1:].reshape(HEIGHT, WIDTH, 3)


def middle(png, share):
    """Return the colour on the middle line at a share."""
    return tuple(int(part) for part in dots(png)[HEIGHT // 2, round(18 + share * (WIDTH - 36))])


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_the_dot_stands_at_the_share(share):
    assert middle(draw_strip("pilot", Shown(share, 40)), share) == PILOT_BLUE


def test_the_other_process_has_a_ring_so_that_they_differ_in_grey():
    strip = draw_strip("old", Shown(0.4, 40, (0.2, 0.6)))

    assert middle(strip, 0.4) == WHITE
    assert middle(strip, 0.25) == OLD_ORANGE


def test_the_line_reaches_over_the_range_and_no_further():
    strip = draw_strip("pilot", Shown(0.4, 40, (0.2, 0.6)))

    assert [middle(strip, share) == PILOT_BLUE for share in (0.19, 0.21, 0.59, 0.62)] == [
        False,
        True,
        True,
        False,
    ]
