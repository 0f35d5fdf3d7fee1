"""The panel of the garbled cell, at every corner."""

from longwave.topics.papers import reading_panel


def test_both_slips_mended_give_the_checked_sum():
    panel = reading_panel()
    for values in panel.corners():
        title = panel.draw(**values).title.text
        mended = values == {"unit": 10, "others": 17.3}
        assert title.endswith("the checked sum") == mended, values
