import io

import numpy as np
import pytest
import vl_convert
from PIL import Image

from tools import pictures
from tools.pictures import COLOURS_WHERE_LINES_CROSS, MOST_COLOURS, fewer_colours

CHART = {
    "data": {"name": "bids", "values": [{"bid": 8}, {"bid": 10}]},
    "mark": "bar",
    "encoding": {"x": {"field": "bid", "type": "quantitative", "title": "Bid (money)"}},
}


@pytest.fixture(scope="module")
def drawn() -> bytes:
    """The chart as vl-convert draws it."""
    return vl_convert.vegalite_to_png(CHART, vl_version=pictures.OLDEST_VERSION, scale=pictures.SCALE)


def pixels(png: bytes) -> np.ndarray:
    """Return a row for each pixel: red, green, blue, opacity."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA")).reshape(-1, 4).astype(int)


def colours(png: bytes) -> int:
    """Count the colours of a picture."""
    return len(np.unique(pixels(png), axis=0))


def test_a_picture_has_the_colours_that_were_drawn_in_far_fewer_bytes(drawn):
    small = fewer_colours(drawn)
    assert colours(drawn) <= MOST_COLOURS
    assert (pixels(small) == pixels(drawn)).all()
    assert len(small) < len(drawn) / 4


def test_a_picture_keeps_the_size_at_which_it_is_printed(drawn):
    before, after = (Image.open(io.BytesIO(png)) for png in (drawn, fewer_colours(drawn)))
    assert (after.size, after.info["dpi"], after.mode) == (before.size, before.info["dpi"], "P")


def test_a_picture_is_a_whole_png_and_the_same_every_time():
    small = pictures.picture(CHART)
    assert small == pictures.picture(CHART)
    Image.open(io.BytesIO(small)).verify()


def shaded(count: int) -> bytes:
    """Return a row of bars in so many shades, as vl-convert draws it."""
    values = [{"bar": number} for number in range(count)]
    shade = {"field": "bar", "type": "quantitative", "legend": None}
    encoding = {"x": {"field": "bar", "type": "ordinal", "axis": None}, "color": shade}
    chart = {"data": {"values": values}, "mark": "rect", "encoding": encoding, "width": 2 * count}
    return vl_convert.vegalite_to_png(chart, vl_version=pictures.OLDEST_VERSION)


@pytest.mark.parametrize("count", [300, 400])
def test_a_picture_of_many_colours_gets_close_ones_from_half_a_palette(count):
    drawn = shaded(count)
    small = fewer_colours(drawn)
    assert colours(drawn) > MOST_COLOURS
    assert colours(small) <= COLOURS_WHERE_LINES_CROSS
    steps = np.abs(pixels(drawn) - pixels(small))
    assert steps.max() <= 4
    assert steps.mean() < 0.5
    assert len(small) < len(drawn)


def test_a_small_mark_keeps_its_colour_beside_a_thousand_shades():
    ramp = np.zeros((200, 500, 3), np.uint8)
    ramp[..., 0], ramp[..., 1] = np.arange(500) // 2, np.arange(200)[:, None]
    ramp[100:104, 250:254] = mark = (40, 60, 250)
    written = io.BytesIO()
    Image.fromarray(ramp).save(written, "PNG")
    after = pixels(fewer_colours(written.getvalue())).reshape(200, 500, 4)
    assert (np.abs(after[101, 251, :3] - mark) <= 8).all()


def test_what_is_transparent_becomes_the_white_of_the_page():
    written = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(written, "PNG")
    assert (pixels(fewer_colours(written.getvalue())) == 255).all()


def test_a_picture_with_few_colours_already_comes_back_as_it_is(drawn):
    small = fewer_colours(drawn)
    assert fewer_colours(small) == small


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
