"""Every corner of every control of every panel: drawn, finite, described, and patched without a new drawing."""

import json
import re
from functools import cache

import pytest

from longwave.charts.patch import structure, unchecked
from longwave.charts.render import specification
from longwave.panels import Choice, Slider
from tests.panels import discovered as panels

NAMES = sorted(panels.PANELS)
ROOM = 724  # pixels: a panel less its edge, and some for fonts that are wider than the one measured with


@cache
def drawn(name: str) -> list[tuple[dict, dict]]:
    """Return the values of each corner of a panel with the specification that is drawn there."""
    panel = panels.PANELS[name]()
    with unchecked():
        return [(values, specification(panel.draw(**values), validate=False)) for values in panel.corners()]


@pytest.mark.parametrize("name", NAMES)
def test_each_control_is_tried_at_its_ends_and_its_start(name):
    panel = panels.PANELS[name]()
    tried = list(panel.corners())
    for control, declared in panel.controls.items():
        assert ends(declared) <= {values[control] for values in tried}


def ends(control) -> set:
    """Return what a control must be tried at, read off its declaration."""
    if isinstance(control, Choice):
        return set(control.options.values())
    if isinstance(control, Slider):
        return {control.low, control.start, control.high}
    return {False, True}


@pytest.mark.parametrize("name", NAMES)
def test_each_corner_has_a_title_words_and_no_missing_number(name):
    for values, spec in drawn(name):
        assert len(spec["title"]["text"]) > 10, values
        assert len(spec["description"]) > 40, values
        assert "nan" not in json.dumps(spec).lower().replace("finance", ""), values
        for dataset in panels.datasets(spec):
            assert all(None not in row.values() for row in dataset["values"]), (values, dataset["name"])


@pytest.mark.parametrize("name", NAMES)
def test_no_corner_needs_a_new_drawing(name):
    assert len({structure(spec) for _values, spec in drawn(name)}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_words_follow_the_controls(name):
    assert len({spec["description"] for _values, spec in drawn(name)}) > len(drawn(name)) / 3


@pytest.mark.parametrize("name", NAMES)
def test_the_drawing_fits_into_its_panel(name):
    vl_convert = pytest.importorskip("vl_convert")
    corners = drawn(name)
    for values, spec in (corners[0], corners[-1]):
        picture = vl_convert.vegalite_to_svg(spec, vl_version="6.4")
        assert float(re.search(r'width="([\d.]+)"', picture)[1]) <= ROOM, values


@pytest.mark.parametrize("name", NAMES)
def test_each_corner_compiles_in_the_three_renderers_versions(name):
    vl_convert = pytest.importorskip("vl_convert")
    corners = drawn(name)
    for _values, spec in corners[:: max(1, len(corners) // 6)]:
        for version in ("5.8", "5.20", "6.4"):
            assert vl_convert.vegalite_to_vega(spec, vl_version=version)["marks"]
