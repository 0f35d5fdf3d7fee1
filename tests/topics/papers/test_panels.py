"""The panel of the garbled cell, at every corner."""

from longwave.topics.papers import reading_panel


def test_both_slips_mended_give_the_checked_sum():
    panel = reading_panel()
    for values in panel.corners():
        title = panel.draw(**values).title.text
        mended = values == {"unit": 10, "others": 17.3}
        assert title.endswith("the checked sum") == mended, values


def test_the_panel_starts_with_one_slip_mended():
    panel = reading_panel()
    start = {name: control.start for name, control in panel.controls.items()}
    assert panel.draw(**start).title.text == "Read this way, ARM costs 1.81 billion dollars: 7.15 times too much"
