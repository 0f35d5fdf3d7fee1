"""The panel of the value stick, at every corner."""

from longwave.topics.value import value_stick_panel


def test_the_stick_says_who_walks_away():
    panel = value_stick_panel()
    for values in panel.corners():
        title = panel.draw(**values).title.text
        lines = [values[name] for name in ("willingness_to_pay", "price", "cost", "opportunity_cost")]
        trades = all(high >= low for high, low in zip(lines, lines[1:], strict=False))
        assert title.startswith("No trade") != trades, values


def test_the_panel_opens_on_a_finding_that_does_not_answer_the_check_above_it():
    panel = value_stick_panel()
    start = {name: slider.start for name, slider in panel.controls.items()}
    assert panel.draw(**start).title.text == "Value created moves from 80 to 100"


def test_where_nothing_is_traded_nobody_keeps_anything():
    panel = value_stick_panel()
    chart = panel.draw(willingness_to_pay=120, price=130, cost=60, opportunity_cost=40)
    assert chart.title.text == "No trade: the customer would lose 10"
    assert "nobody keeps anything" in chart.description
    sums = [row["sum"] for row in chart.to_dict()["layer"][1]["data"]["values"]]
    assert sums == ["WTP − p = 120 − 130 = −10", "0, no trade", "0, no trade", "0, no trade"]
