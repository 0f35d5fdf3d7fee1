"""Charts outside a browser: the picture of a stored chart, and what the Vega-Lite compilers say about it."""

import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import vl_convert
from PIL import Image

# JupyterLab 4 draws with Vega-Lite 5.6; vl-convert has none before 5.8. The live chart draws with its newest.
OLDEST_VERSION, NEWEST_VERSION = "5.8", vl_convert.get_vegalite_versions()[-1]
SCALE = 2
# A palette of 256 holds most charts as they are. Where lines cross, the edges have thousands of shades, of which half
# a palette is enough: in the 77 stored charts (2.5 MB) a channel is then off by 0.013 of 255 on average and by 24 at
# most. The whole palette would make these pictures 6 % larger, and one notebook as large as the rules allow.
MOST_COLOURS, COLOURS_WHERE_LINES_CROSS = 256, 128
_FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
_CHINESE_FONT = re.compile(r"cjk|sourcehan|notos(ans|erif)sc|wqy|simhei|simsun|msyh|pingfang|heiti|songti", re.I)
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@lru_cache
def chinese_font() -> Path | None:
    """Register the first font of this system with Chinese glyphs; return its file, or None."""
    for folder in map(Path, map(os.path.expanduser, _FONT_FOLDERS)):
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if file.suffix.lower() in {".ttc", ".ttf", ".otf"} and _CHINESE_FONT.search(file.name):
                vl_convert.register_font_directory(str(file.parent))
                return file
    return None


def picture(specification: dict[str, Any]) -> bytes:
    """Return the PNG of a Vega-Lite chart, twice the size on screen so that it stays sharp."""
    if _CHINESE.search(json.dumps(specification, ensure_ascii=False)) and chinese_font() is None:
        print(
            "No Chinese font is installed: its characters become boxes in the pictures. "
            "Install Noto Sans CJK, then run this again.",
            file=sys.stderr,
        )
    return fewer_colours(vl_convert.vegalite_to_png(specification, vl_version=OLDEST_VERSION, scale=SCALE))


def fewer_colours(png: bytes) -> bytes:
    """Return the same picture with a palette, in about a fifth of the bytes; what was transparent becomes white."""
    drawn = Image.open(io.BytesIO(png))
    page = Image.new("RGBA", drawn.size, "white")
    page.alpha_composite(drawn.convert("RGBA"))
    flat = page.convert("RGB")
    colours = MOST_COLOURS if flat.getcolors(MOST_COLOURS) else COLOURS_WHERE_LINES_CROSS
    # By coverage a small mark keeps its colour, which by median it loses to large areas (67 of 255 in a map).
    small = flat.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    written = io.BytesIO()
    small.save(written, "PNG", optimize=True, dpi=drawn.info.get("dpi"))
    return written.getvalue()


def complaints(specification: dict[str, Any]) -> list[str]:
    """Return the warnings and errors of the oldest and the newest Vega-Lite for a chart."""
    return list(_complaints(json.dumps(specification, sort_keys=True)))


@cache
def _complaints(specification: str) -> tuple[str, ...]:
    found = []
    for version in (OLDEST_VERSION, NEWEST_VERSION):
        with _standard_error() as lines:
            try:
                vl_convert.vegalite_to_vega(specification, vl_version=version, show_warnings=True)
            except ValueError as error:
                lines.append(" ".join(str(error).split("\n")[:2]))
        found += [f"Vega-Lite {version}: {line}" for line in lines]
    return tuple(found)


@contextmanager
def _standard_error() -> Iterator[list[str]]:
    """Collect what is written to file descriptor 2: the compiler warns there, below `sys.stderr`."""
    lines: list[str] = []
    sys.stderr.flush()
    saved = os.dup(2)
    with tempfile.TemporaryFile() as caught:
        os.dup2(caught.fileno(), 2)
        try:
            yield lines
        finally:
            os.dup2(saved, 2)
            os.close(saved)
            caught.seek(0)
            lines[:0] = [line for line in caught.read().decode(errors="replace").splitlines() if line.strip()]
