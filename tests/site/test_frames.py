"""Panels drawn beforehand: which states, how they are packed, and when they are drawn anew."""

import pytest

from longwave.charts.patch import moving_parts
from longwave.panels import Choice, Panel, Slider, Switch
from longwave.topics.cooperative import licensing_panel
from longwave.topics.manufacturing_usa import map_panel
from tools.site import frames, grid, pack


def panel(**more):
    controls = {
        "price": Slider("Price", "p", 0, 1, 0.01, 0.375),
        "number": Slider("Number", "n", 1, 50, 1, 7),
        "kind": Choice("Kind", "", {"good": "g", "bad": "b"}, "b"),
        "open": Switch("Open", False),
    }
    return Panel(lambda **_values: None, controls, {"Dear": {"price": 0.995, "number": 41}}, **more)


def test_a_small_grid_has_every_step():
    axes = grid.grid(licensing_panel(), 1000)
    assert grid.size(axes) == 882
    assert grid.note(axes) == ""


@pytest.mark.parametrize("budget", [64, 300, 5000])
def test_a_thinned_grid_fits_and_keeps_ends_start_presets_and_choices(budget):
    axes = {axis.name: axis.values for axis in grid.grid(panel(), budget)}
    assert 64 <= grid.size(grid.grid(panel(), budget)) <= budget
    assert {0, 0.375, 0.995, 1} <= set(axes["price"])
    assert {1, 7, 41, 50} <= set(axes["number"])
    assert axes["kind"] == ("g", "b")
    assert axes["open"] == (False, True)


def test_what_plays_keeps_every_step():
    axes = {axis.name: axis.values for axis in grid.grid(panel(play="number"), 250)}
    assert len(axes["number"]) == 50


def test_a_thinned_panel_says_so():
    assert "Price: 4 of 101 steps" in grid.note(grid.grid(panel(), 64))


def test_states_come_in_the_order_in_which_the_page_counts_them():
    axes = grid.grid(panel(), 64)
    states = list(grid.states(axes))
    assert [state["open"] for state in states[:2]] == [False, True]
    at = grid.places(axes, panel().start)
    index = 0
    for axis in axes:
        index = index * len(axis.values) + at[axis.name]
    assert states[index] == panel().start


def unpacked(packed, index):
    """Read one state as `panels.js` does."""
    pool = packed["pool"]
    rows = {}
    for name, table in packed["rows"].items():
        values = [pool[place] for place in table["places"][index]]
        rows[name] = [dict(zip(table["columns"], row, strict=True)) for row in zip(*values, strict=True)]
    return {"rows": rows, **{field: pool[packed[field][index]] for field in ("title", "description", "params")}}


def test_packed_states_are_the_states_of_the_charts():
    drawn = [moving_parts(licensing_panel().draw(first, 8, licences)) for first in (0, 7, 20) for licences in (1, 2)]
    packed = pack.packed(drawn)
    for index, state in enumerate(drawn):
        state.pop("sentence")
        assert unpacked(packed, index) == state


def test_a_dataset_may_be_empty_in_some_states():
    some = {"title": "T", "description": "D", "params": {}, "rows": {"a": [{"x": 1}]}}
    packed = pack.packed([{**some, "rows": {"a": []}}, some])
    assert [unpacked(packed, index)["rows"]["a"] for index in (0, 1)] == [[], [{"x": 1}]]


def test_rows_of_different_columns_are_refused():
    bad = {"title": "T", "description": "D", "params": {}, "rows": {"a": [{"x": 1}, {"y": 1}]}}
    with pytest.raises(ValueError, match="same|must all have"):
        pack.packed([bad])


def test_a_panel_that_would_need_a_new_drawing_is_refused():
    import altair as alt

    from longwave.charts.theme import finish

    def draw(bars):
        chart = alt.Chart(alt.Data(values=[]))
        return finish(chart.mark_bar() if bars else chart.mark_point(), "A title of some words", "Words.")

    with pytest.raises(frames.FramesError, match="another structure"):
        frames.frames(Panel(draw, {"bars": Switch("Bars", True)}))


def test_frames_that_would_be_too_large_are_thinned(monkeypatch):
    monkeypatch.setattr(frames, "BYTES", 4_000)
    found = frames.frames(licensing_panel())
    assert len(found["states"]["title"]) < 400
    assert found["note"]


def test_the_fingerprint_follows_the_sources_and_the_budget(monkeypatch, tmp_path):
    source = tmp_path / "model.py"
    source.write_text("a = 1\n", "utf-8")
    monkeypatch.setattr(frames, "sources", lambda _topic: (source,))
    first = frames.fingerprint(licensing_panel, 1000)
    assert frames.fingerprint(licensing_panel, 1000) == first
    assert frames.fingerprint(licensing_panel, 999) != first
    source.write_text("a = 2\n", "utf-8")
    assert frames.fingerprint(licensing_panel, 1000) != first


def test_sources_are_the_topics_the_charts_and_other_topics_that_it_uses():
    names = {path.as_posix().rpartition("longwave/")[2] for path in frames.sources("longwave.topics.architecture")}
    assert {"panels/declare.py", "charts/theme.py", "topics/architecture/panels.py"} <= names
    assert any(name.startswith("topics/platforms/models/") for name in names)
    assert not any(name.startswith("topics/value/") for name in names)


def test_a_panel_that_plays_names_the_slider_and_the_speeds():
    found = frames.frames(map_panel(), 30)
    assert found["play"] == "year"
    assert len(found["speeds"]) == len(found["words"]["speeds"]) == 3
