"""The same picture in fewer bytes: a chart has few colours, so a palette holds it in a fifth of what is drawn."""

import struct
import zlib
from collections.abc import Iterator

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_COLOURS = 256
# Where smoothed edges give a few colours too many, the rarest take their nearest neighbour.
MOST_TO_MERGE = 320
SHADE_STEPS = (8, 16, 32, 64, 128, 255)
_RGBA, _PALETTE = 6, 3
_PLAIN, _SUB = 0, 1


def squeeze(png: bytes) -> bytes:
    """Return an 8-bit RGBA picture with a palette; one of another kind comes back as it is, deflated well.

    A picture of many fine lines has thousands of colours where they cross: it gets coarser shades.
    """
    content = dict(_chunks(png)) | {b"IDAT": b"".join(body for kind, body in _chunks(png) if kind == b"IDAT")}
    width, height, depth, colour_type, *_ = struct.unpack(">IIBBBBB", content[b"IHDR"])
    pixels = _pixels(content[b"IDAT"], height) if (depth, colour_type) == (8, _RGBA) else None
    if pixels is None:
        return _join(content | {b"IDAT": zlib.compress(zlib.decompress(content[b"IDAT"]), 9)})
    pixels, colours, counts = _few_colours(pixels)
    palette = colours[np.argsort(-counts, kind="stable")[:MOST_COLOURS]]
    places = _nearest(colours, palette)[np.searchsorted(colours, pixels)]
    rows = np.pad(places.astype(np.uint8), ((0, 0), (1, 0)))  # the first byte of each row says that it is plain
    reds, alphas = palette.view(np.uint8).reshape(-1, 4)[:, :3], palette.view(np.uint8).reshape(-1, 4)[:, 3]
    header = struct.pack(">IIBBBBB", width, height, 8, _PALETTE, 0, 0, 0)
    chunks = {b"IHDR": header, b"pHYs": content.get(b"pHYs", b""), b"PLTE": reds.tobytes(), b"tRNS": alphas.tobytes()}
    chunks |= {b"IDAT": zlib.compress(rows.tobytes(), 9), b"IEND": b""}
    return _join({kind: body for kind, body in chunks.items() if body or kind == b"IEND"})


def _pixels(packed: bytes, height: int) -> np.ndarray | None:
    """Return each pixel's colour as one number, or None where a row is filtered otherwise than vl-convert does."""
    rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, -1)
    if not set(rows[:, 0]) <= {_PLAIN, _SUB}:
        return None
    pixels = rows[:, 1:].reshape(height, -1, 4).copy()
    filtered = rows[:, 0] == _SUB
    pixels[filtered] = np.cumsum(pixels[filtered], axis=1, dtype=np.uint8)
    return pixels.reshape(height, -1).view(np.uint32)


def _few_colours(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the pixels, their colours and how often each occurs, in shades as coarse as few colours need."""
    drawn = pixels.view(np.uint8)
    colours, counts = np.unique(pixels, return_counts=True)
    for step in SHADE_STEPS:
        if len(colours) <= MOST_TO_MERGE:
            break
        pixels = np.minimum(np.round(drawn / step) * step, 255).astype(np.uint8).view(np.uint32)
        colours, counts = np.unique(pixels, return_counts=True)
    return pixels, colours, counts


def _nearest(colours: np.ndarray, palette: np.ndarray) -> np.ndarray:
    """Return, for each colour, the place of the nearest one in the palette."""
    parts, of_palette = (numbers.view(np.uint8).reshape(-1, 4).astype(int) for numbers in (colours, palette))
    return ((parts[:, None, :] - of_palette[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a PNG: a kind of four letters, and its content."""
    position = len(SIGNATURE)
    while position < len(png):
        length, kind = struct.unpack(">I4s", png[position : position + 8])
        yield kind, png[position + 8 : position + 8 + length]
        position += 12 + length


def _join(chunks: dict[bytes, bytes]) -> bytes:
    """Return the file of these chunks."""
    return SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks.items()
    )
