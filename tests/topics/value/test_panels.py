"""The panel of the value stick, at every corner."""

from longwave.topics.value import value_stick_panel


def test_the_stick_says_who_walks_away():
    panel = value_stick_panel()
    for values in panel.corners():
        title = panel.draw(**values).title.text
        lines = [values[name] for name in ("willingness_to_pay", "price", "cost", "opportunity_cost")]
        trades = all(high >= low for high, low in zip(lines, lines[1:], strict=False))
        assert title.startswith("No trade") != trades, values
