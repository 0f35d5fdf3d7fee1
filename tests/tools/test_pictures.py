import struct
import zlib

import pytest
import vl_convert

from tools import pictures
from tools.png import MOST_COLOURS, MOST_TO_MERGE, SHADE_STEPS, _chunks, squeeze

CHART = {
    "data": {"name": "bids", "values": [{"bid": 8}, {"bid": 10}]},
    "mark": "bar",
    "encoding": {"x": {"field": "bid", "type": "quantitative", "title": "Bid (money)"}},
}


@pytest.fixture(scope="module")
def drawn() -> bytes:
    """The chart as vl-convert draws it."""
    return vl_convert.vegalite_to_png(CHART, vl_version=pictures.OLDEST_VERSION, scale=pictures.SCALE)


def colours(png: bytes) -> list[bytes]:
    """Return the colour of each pixel, read from a palette or from filtered rows, one byte at a time."""
    chunks = dict(_chunks(png))
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    data = zlib.decompress(b"".join(body for kind, body in _chunks(png) if kind == b"IDAT"))
    palette, alphas = chunks.get(b"PLTE"), chunks.get(b"tRNS")
    if palette:
        row = width + 1
        places = b"".join(data[line * row + 1 : (line + 1) * row] for line in range(height))
        return [palette[3 * place : 3 * place + 3] + alphas[place : place + 1] for place in places]
    pixels, row = [], 4 * width + 1
    for line in range(height):
        left = bytes(4)
        for at in range(line * row + 1, (line + 1) * row, 4):
            left = bytes((one + other) % 256 for one, other in zip(left, data[at : at + 4], strict=True))
            pixels.append(left)
    return pixels


def test_a_picture_has_the_colours_that_were_drawn_in_far_fewer_bytes(drawn):
    small = squeeze(drawn)
    assert len(set(colours(drawn))) <= MOST_COLOURS
    assert colours(small) == colours(drawn)
    assert len(small) < len(drawn) / 4


def test_a_picture_is_a_whole_png_and_the_same_every_time():
    small = pictures.picture(CHART)
    assert small == pictures.picture(CHART)
    assert small.startswith(b"\x89PNG\r\n\x1a\n")
    assert small.endswith(struct.pack(">I4sI", 0, b"IEND", zlib.crc32(b"IEND")))


def shaded(count: int) -> bytes:
    """Return a row of bars in so many shades, as vl-convert draws it."""
    values = [{"bar": number} for number in range(count)]
    shade = {"field": "bar", "type": "quantitative", "legend": None}
    encoding = {"x": {"field": "bar", "type": "ordinal", "axis": None}, "color": shade}
    chart = {"data": {"values": values}, "mark": "rect", "encoding": encoding, "width": 2 * count}
    return vl_convert.vegalite_to_png(chart, vl_version=pictures.OLDEST_VERSION)


def test_a_few_colours_too_many_go_to_their_neighbours():
    drawn = shaded(300)
    before, after = colours(drawn), colours(squeeze(drawn))
    assert len(set(before)) > MOST_COLOURS == len(set(after))
    steps = [abs(a - b) for one, other in zip(before, after, strict=True) for a, b in zip(one, other, strict=True)]
    assert max(steps) < 32
    assert sum(steps) / len(steps) < 0.5


def test_a_picture_of_many_colours_gets_shades_only_as_coarse_as_it_needs():
    drawn = shaded(400)
    before, after = colours(drawn), colours(squeeze(drawn))
    assert len(set(before)) > MOST_TO_MERGE
    assert len(set(after)) <= MOST_COLOURS
    steps = [abs(a - b) for one, other in zip(before, after, strict=True) for a, b in zip(one, other, strict=True)]
    assert max(steps) <= SHADE_STEPS[0] / 2
    assert len(squeeze(drawn)) < len(drawn)


def test_a_picture_of_another_kind_comes_back_as_it_is(drawn):
    small = squeeze(drawn)
    assert squeeze(small) == small


def test_chinese_characters_differ_in_a_picture():
    if pictures.chinese_font() is None:
        pytest.skip("no Chinese font is installed on this system")
    boxes = [pictures.picture({**CHART, "title": title}) for title in ("价值", "创造")]
    assert boxes[0] != boxes[1]


def test_a_missing_chinese_font_is_said_once_it_matters(monkeypatch, capsys):
    monkeypatch.setattr(pictures, "chinese_font", lambda: None)
    pictures.picture(CHART)
    assert capsys.readouterr().err == ""
    pictures.picture({**CHART, "title": "价值"})
    assert "Install Noto Sans CJK" in capsys.readouterr().err


def test_a_chart_without_fault_gets_no_complaint():
    assert pictures.complaints(CHART) == []


def test_warnings_and_errors_of_both_compilers_are_collected(capfd):
    shape = {"shape": {"field": "bid", "type": "nominal"}}
    warned = pictures.complaints({**CHART, "encoding": {**CHART["encoding"], **shape}})
    assert [line.split(":")[0] for line in warned] == ["Vega-Lite 5.8", f"Vega-Lite {pictures.NEWEST_VERSION}"]
    assert "shape dropped" in warned[0]
    assert "Vega-Lite 5.8" in pictures.complaints({**CHART, "mark": "nonsense"})[0]
    assert capfd.readouterr().err == ""
