"""Every corner of every control of every panel: drawn, finite, described, and patched without a new drawing."""

import importlib.util
import json
from functools import cache
from pathlib import Path

import pytest

from longwave.charts.render import specification, structure, unchecked
from longwave.models.cooperative import core_bounds, licensing_game, shapley_value
from longwave.widgets.cooperative import three_player_game

_spec = importlib.util.spec_from_file_location("panels", Path(__file__).with_name("panels.py"))
panels = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(panels)

NAMES = sorted(panels.PANELS)


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
    for control, widget in panel.controls.items():
        assert ends(widget) <= {values[control] for values in tried}


def ends(widget) -> set:
    """Return what a control must be tried at, read off the widget itself."""
    if hasattr(widget, "options"):
        return {option for _label, option in widget.options}
    if hasattr(widget, "min"):
        return {widget.min, widget.value, widget.max}
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
def test_each_corner_compiles_in_the_three_renderers_versions(name):
    vl_convert = pytest.importorskip("vl_convert")
    corners = drawn(name)
    for _values, spec in corners[:: max(1, len(corners) // 6)]:
        for version in ("5.8", "5.20", "6.4"):
            assert vl_convert.vegalite_to_vega(spec, vl_version=version)["marks"]


def test_stable_shares_are_ordered_and_bracket_what_is_there_to_share():
    for values, _spec in drawn("licensing"):
        game = licensing_game([values["first"], values["second"]], values["licences"])
        bounds = core_bounds(game)
        assert (bounds["minimum"] <= bounds["maximum"]).all(), values
        assert bounds["minimum"].sum() <= game.grand_value + 1e-9, values
        assert bounds["maximum"].sum() >= game.grand_value - 1e-9, values


def test_shapley_shares_sum_to_the_value_of_all():
    for values, _spec in drawn("simplex"):
        assert shapley_value(three_player_game(**values)).sum() == pytest.approx(values["abc"]), values


def test_the_stick_says_who_walks_away():
    for values, spec in drawn("value stick"):
        lines = [values[name] for name in ("willingness_to_pay", "price", "cost", "opportunity_cost")]
        trades = all(high >= low for high, low in zip(lines, lines[1:], strict=False))
        assert spec["title"]["text"].startswith("No trade") != trades, values


def test_both_slips_mended_give_the_checked_sum():
    for values, spec in drawn("reading"):
        mended = values == {"unit": 10, "others": 17.3}
        assert spec["title"]["text"].endswith("the checked sum") == mended, values
