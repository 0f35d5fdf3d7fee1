"""Chart of the first titles as blocks: how much of the best-seller a curve counts, begun at rank 1 or at a half."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.longtail.models.ranks import sales_by_rank

SHOWN_TITLES = 6


def best_seller_counted(exponent: float, start: float) -> float:
    """Compute how much of the best-seller the area under r^−b counts, from a start up to rank 1½.

    The best-seller's block is 1 wide and 1 high. An exponent of 1 has no such power and is not drawn.

    >>> round(best_seller_counted(0.871, 1), 2), round(best_seller_counted(0.871, 0.5), 2)
    (0.42, 1.08)
    """
    power = 1 - exponent
    return (1.5**power - start**power) / power


def blocks_chart(exponent: float) -> alt.LayerChart:
    """Draw the first titles as blocks, one rank wide, and the curve r^−b from rank 1 (full) and from ½ (dashed)."""
    from_one, from_half = (best_seller_counted(exponent, start) for start in (1, 0.5))
    title = _("A curve begun at rank 1 counts {share:.0%} of the best-seller").format(share=from_one)
    blocks = sales_by_rank(range(1, SHOWN_TITLES + 1), 1, exponent)
    words = _(
        "{title}. Blocks, one for each of the first titles, as heights: {blocks}. A curve runs through the middle of "
        "the blocks' tops; from rank 1 on it is full, and what it counts of the first block is shaded; from half a "
        "rank on it is dashed and counts {half:.0%}."
    ).format(title=title, blocks=", ".join(f"{height:.2f}" for height in blocks), half=from_half)
    x = alt.X(
        "rank:Q",
        title=_("Rank (r)"),
        scale=alt.Scale(domain=[0.5, SHOWN_TITLES + 0.5], nice=False),
        axis=alt.Axis(values=list(range(1, SHOWN_TITLES + 1)), format="d"),
    )
    y = alt.Y("sold:Q", title=_("Sold (best-sellers)"), scale=alt.Scale(domain=[0, 1.9], nice=False))
    rows = pd.DataFrame(
        {"rank": blocks.index - 0.5, "end": blocks.index + 0.5, "sold": blocks.to_numpy(), "floor": 0.0}
    )
    bars = alt.Chart(data("blocks", rows)).mark_rect(fill=PALE[BLUE], stroke=BLUE)
    return finish(
        alt.layer(
            bars.encode(x=x, x2=alt.X2("end:Q"), y=y, y2=alt.Y2("floor:Q")),
            _counted(exponent).encode(x=x, y=y),
            _curve("full", exponent, 1.0, SHOWN_TITLES + 0.5, [1, 0]).encode(x=x, y=y),
            _curve("dashed", exponent, 0.5, 1.0, [6, 4]).encode(x=x, y=y),
            _blocks_key().encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("The first six titles. Area is sales, in units of what the best-seller sells."),
        height=260,
    )


def _counted(exponent: float) -> alt.Chart:
    """Return the shade over the part of the first block that the curve from rank 1 counts."""
    ranks = [1 + step / 80 for step in range(41)]
    rows = pd.DataFrame({"rank": ranks, "sold": [rank**-exponent for rank in ranks]})
    return alt.Chart(data("counted", rows)).mark_area(color=RUST, opacity=0.35, line=False)


def _curve(name: str, exponent: float, start: float, end: float, dash: list[int]) -> alt.Chart:
    ranks = [start + (end - start) * step / 40 for step in range(41)]
    rows = pd.DataFrame({"rank": ranks, "sold": [rank**-exponent for rank in ranks]})
    return alt.Chart(data(name, rows)).mark_line(color=RUST, strokeWidth=2.5, strokeDash=dash)


def _blocks_key() -> alt.Chart:
    rows = pd.DataFrame(
        [
            {"rank": 0.72, "sold": 1.5, "label": _("dashed curve: half a rank more (midpoint)")},
            {"rank": 1.55, "sold": 0.78, "label": _("full curve and shade: from rank 1 (integral)")},
            {"rank": 2.6, "sold": 0.5, "label": _("blocks: one for each title (sum)")},
        ]
    )
    return alt.Chart(data("key", rows)).mark_text(align="left", fontSize=13)
