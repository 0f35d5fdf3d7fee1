"""Chart of a ticket shop's stars: how far the shown stars are from the mean of its own users."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, RUST, data, finish
from longwave.i18n import _


def rounding_chart(films: pd.DataFrame) -> alt.LayerChart:
    """Draw how many films are shown how far above their own mean, beside what the nearest half star would give.

    Args:
        films: rows with the columns stars_shown and mean_in_page, in stars, the mean to a tenth.
    """
    mean = films["mean_in_page"]
    counts = {"shown": _steps(films["stars_shown"] - mean), "nearest": _steps(np.floor(2 * mean + 0.5) / 2 - mean)}
    up, down = (int(counts["shown"][counts["shown"].index * sign > 0].sum()) for sign in (1, -1))
    title = _("Of {count} films the shop rounds {up} up and {down} down").format(
        count=len(films), up=up, down=down if down else _("none")
    )
    words = _(
        "{title}. Bars by distance from the users' mean, in tenths of a star. As shown: {shown}. To the nearest half "
        "star: {nearest}."
    ).format(title=title, **{name: _listed(steps) for name, steps in counts.items()})
    rows = pd.DataFrame(
        [
            {"rule": name, "gap": tenths / 10 + shift, "films": steps[tenths]}
            for (name, steps), shift in zip(counts.items(), (0.018, -0.018), strict=True)
            for tenths in steps.index
        ]
    )
    x = alt.X(
        "gap:Q",
        title=_("Stars shown less the users' mean"),
        scale=alt.Scale(domain=[-0.3, 0.6], nice=False),
        axis=alt.Axis(
            values=[tenths / 10 for tenths in range(-2, 6)],
            labelExpr="datum.value == 0 ? '0' : format(datum.value, '+.1f')",
        ),
    )
    y = alt.Y("films:Q", title=_("Films"), scale=alt.Scale(domain=[0, 40], nice=False))
    names = list(counts)
    color = alt.Color("rule:N", legend=None, scale=alt.Scale(domain=names, range=[RUST, BLUE]))
    opacity = alt.Opacity("rule:O", legend=None, scale=alt.Scale(domain=names, range=[1, 0.55]))
    bars = alt.Chart(data("rounding", rows)).mark_bar(size=15)
    return finish(
        alt.layer(bars.encode(x=x, y=y, color=color, opacity=opacity), _key(color).encode(x=x, y=y)),
        title,
        words,
        subtitle=_("Fandango, 24 August 2015, films with at least 30 ratings"),
        height=240,
    )


def _steps(gaps: pd.Series) -> pd.Series:
    """Return the number of films by distance in whole tenths of a star."""
    return (10 * gaps).round().astype(int).value_counts().sort_index()


def _listed(steps: pd.Series) -> str:
    return ", ".join(f"{tenths:+d}: {count}" if tenths else f"0: {count}" for tenths, count in steps.items())


def _key(color: alt.Color) -> alt.Chart:
    rows = pd.DataFrame(
        {
            "rule": ["shown", "nearest"],
            "gap": [0.33, -0.27],
            "films": [36.5, 36.5],
            "label": [_("right bars: as shown"), _("left bars: to the nearest half star")],
        }
    )
    return alt.Chart(data("key", rows)).mark_text(align="left", fontSize=13).encode(color=color, text="label:N")
