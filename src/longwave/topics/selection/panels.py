"""Panel of lesson 13: forecasts of who replaces whom, from any year of recorded music."""

import altair as alt

from longwave.data import load
from longwave.i18n import _
from longwave.panels import Control, Panel, Slider, Switch
from longwave.topics.selection.charts.shares import forecast_chart
from longwave.topics.selection.models.formats import format_shares
from longwave.topics.selection.models.hand_overs import share_forecasts


def forecast_panel() -> Panel:
    """Return the panel of forecasts: from which year, how far ahead, from how many years, and with newcomers or not."""
    shares = format_shares(load("music_formats"))

    def draw(origin: int, ahead: int, window: int, newcomers: bool) -> alt.HConcatChart:
        return forecast_chart(shares, share_forecasts(shares, origin, ahead, window, newcomers), origin, ahead)

    controls: dict[str, Control] = {
        "origin": Slider(_("Last known year"), "t", 1978, 2009, 1, 1989),
        "ahead": Slider(_("Years ahead"), "h", 1, 10, 1, 5),
        "window": Slider(_("Years looked back"), "w", 1, 5, 1, 3),
        "newcomers": Switch(_("Newcomers grow on"), False),
    }
    presets = {
        _("The disc before its fall"): {"origin": 2005, "ahead": 5, "window": 3, "newcomers": False},
        _("Ten years on from 1984"): {"origin": 1984, "ahead": 10, "window": 3, "newcomers": True},
        _("Ten years on from 2005"): {"origin": 2005, "ahead": 10, "window": 3, "newcomers": True},
    }
    return Panel(draw, controls, presets)
