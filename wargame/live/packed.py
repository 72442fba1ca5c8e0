"""Whole views in small: raw deflate in pieces that each stand alone, so that a part is packed once for all who see it.

A piece ends on a whole byte and refers to nothing before it. Pieces laid one after the other, and `END`, are one
stream, which browsers unpack by themselves. Patches go as text: they are small already.
"""

import zlib
from collections.abc import Iterable

END = b"\x03\x00"
"""An empty last block."""
MOST_PLAIN = 0xFFFF


def piece(text: str) -> bytes:
    """For what is long."""
    press = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return press.compress(text.encode()) + press.flush(zlib.Z_FULL_FLUSH)


def plain(text: str) -> bytes:
    """For what is short: a stored block. At most `MOST_PLAIN` bytes."""
    body = text.encode()
    return b"\x00" + len(body).to_bytes(2, "little") + (MOST_PLAIN - len(body)).to_bytes(2, "little") + body


def stream(pieces: Iterable[bytes]) -> bytes:
    return b"".join((*pieces, END))


def unpacked(packed: bytes) -> str:
    """What a browser makes of it."""
    return zlib.decompress(packed, -zlib.MAX_WBITS).decode()
