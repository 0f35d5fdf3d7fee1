"""Panels of lesson 09: who stays out of a network, and how sure the links of a chain are."""

from functools import cache

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.networks.charts.networks import network_layout, order_names, participation_chart
from longwave.topics.networks.charts.reliability import reliability_chart
from longwave.topics.networks.models.chain import reliability_frames
from longwave.topics.networks.models.networks import ORDERS, degrees, preferential_attachment, removal_order
from longwave.topics.networks.models.percolation import largest_members
from longwave.topics.networks.models.removal import STEP, removal_curves

FIRMS, SEEN, LINKS, SEED = 10_000, 70, 2, 9


@cache
def _large() -> pd.DataFrame:
    rng = np.random.default_rng(SEED)
    return removal_curves(preferential_attachment(FIRMS, LINKS, rng), FIRMS, rng)


@cache
def _seen() -> tuple[npt.NDArray[np.int64], pd.DataFrame, dict[str, npt.NDArray[np.int64]]]:
    """Return the network that the reader sees: its links, its places, and the orders of leaving."""
    rng = np.random.default_rng(SEED)
    links = preferential_attachment(SEEN, LINKS, rng)
    orders = {order: removal_order(links, SEEN, order, rng) for order in ORDERS}
    return links, network_layout(links, SEEN).assign(links=degrees(links, SEEN)), orders


def seen_network(out: float, order: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the seventy firms with their states, and the links that are left, when a share is out."""
    links, places, orders = _seen()
    gone = orders[order][: round(out * SEEN)]
    kept = links[~np.isin(links, gone).any(axis=1)]
    state = np.where(np.isin(np.arange(SEEN), gone), "out", "cut off").astype(object)
    together = largest_members(links, SEEN, gone)
    if len(together) > 1:  # a firm alone holds nothing together: it is cut off like the others
        state[together] = "together"
    ends = [places.loc[kept[:, end], ["x", "y"]].to_numpy() for end in (0, 1)]
    return places.assign(state=state), pd.DataFrame(np.hstack(ends), columns=["x", "y", "x_end", "y_end"])


def participation_panel() -> Panel:
    """Return the panel of participation: the share of firms that stays out, and which leave first."""

    def draw(out: float, order: str) -> alt.HConcatChart:
        firms, links = seen_network(out / 100, order)
        return participation_chart(firms, links, _large(), order, out / 100)

    controls: dict[str, Control] = {
        "out": Slider(_("Firms out, per cent"), "", 0, 98, STEP, 18),
        "order": Choice(_("Who leaves first"), "", {words: order for order, words in order_names().items()}, "largest"),
    }
    presets: dict[str, dict[str, object]] = {
        _("18 % out, most links first"): {"out": 18, "order": "largest"},
        _("90 % out at random"): {"out": 90, "order": "random"},
        _("90 % out, fewest links first"): {"out": 90, "order": "smallest"},
    }
    return Panel(draw, controls, presets)


def reliability_panel() -> Panel:
    """Return the panel of the chain: how sure links are, how many inputs a firm needs, how many suppliers of each.

    It opens on the chain before the fall, with all firms running.
    """

    def draw(link: float, inputs: int, suppliers: int, start: float) -> alt.HConcatChart:
        return reliability_chart(*reliability_frames(inputs, suppliers, link / 1000, start), inputs, suppliers)

    controls: dict[str, Control] = {
        "link": Slider(_("Links that work, ‰"), "x", 300, 1000, 2, 850),
        "inputs": Choice(_("Inputs a firm needs"), "m", {_("one"): 1, _("two"): 2, _("three"): 3}, 2),
        "suppliers": Choice(_("Suppliers of each input"), "s", {_("one"): 1, _("two"): 2, _("three"): 3}, 2),
        "start": Choice(
            _("Firms that run at first"), "", {_("all"): 1.0, _("half"): 0.5, _("one in a hundred"): 0.01}, 1.0
        ),
    }
    presets: dict[str, dict[str, object]] = {
        _("Just above the edge"): {"link": 844, "inputs": 2, "suppliers": 2, "start": 1.0},
        _("Two in a thousand fewer"): {"link": 842, "inputs": 2, "suppliers": 2, "start": 1.0},
        _("Links restored after the stop"): {"link": 850, "inputs": 2, "suppliers": 2, "start": 0.01},
        _("Better links, half running"): {"link": 950, "inputs": 2, "suppliers": 2, "start": 0.5},
        _("One input only"): {"link": 850, "inputs": 1, "suppliers": 2, "start": 0.01},
    }
    return Panel(draw, controls, presets)
