"""Chart of hand-overs: the log odds of the new against the old, and the straight lines that two windows give."""

from collections.abc import Mapping, Sequence

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.selection.models.substitution import LOG_81, substitution_line

DASHES, WIDTH, HEIGHT = ([6, 3], [1, 0]), 128, 150

Windows = Mapping[tuple[str, str], Sequence[tuple[int, int]]]


def odds_chart(shares: pd.DataFrame, windows: Windows) -> alt.HConcatChart:
    """Draw for each hand-over the log odds by year, and two fitted lines over their windows.

    Args:
        shares: As `format_shares` returns them.
        windows: For each pair (new, old) two windows, each a first and a last year.
    """
    parts, told = [], []
    for (new, old), spans in windows.items():
        lines = [_fitted(shares, new, old, first, last) for first, last in spans]
        years = range(min(first for first, _last in spans), max(last for _first, last in spans) + 1)
        span = shares.loc[list(years)]
        dots = pd.DataFrame({"year": list(years), "odds": np.log((span[new] / span[old]).to_numpy())})
        parts.append(_panel(_("{new} over {old}").format(new=new, old=old), dots, lines))
        told.append(_told(new, old, spans, shares))
    title = _("Straight or bent, by the window: log odds of the new format against the old")
    words = _("{title}. Dots by year and two lines for each of {count} pairs: {list}.").format(
        title=title, count=len(parts), list="; ".join(told)
    )
    note = _("Dashed: the first window of each pair. Full: the second. 0 is an even split.")
    joined = alt.hconcat(*parts, spacing=14).resolve_scale(y="shared")
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _told(new: str, old: str, spans: Sequence[tuple[int, int]], shares: pd.DataFrame) -> str:
    fits = [substitution_line(shares[new].loc[first:last], shares[old].loc[first:last]) for first, last in spans]
    return _("{new} over {old}, {years} years from 10 to 90 per cent").format(
        new=new, old=old, years=" or ".join(f"{fit['takeover']:.1f}" for fit in fits)
    )


def _fitted(shares: pd.DataFrame, new: str, old: str, first: int, last: int) -> pd.DataFrame:
    fit = substitution_line(shares[new].loc[first:last], shares[old].loc[first:last])
    ends = np.array([first, last])
    return pd.DataFrame({"year": ends, "odds": LOG_81 / fit["takeover"] * (ends - fit["midpoint"])})


def _panel(name: str, dots: pd.DataFrame, lines: Sequence[pd.DataFrame]) -> alt.LayerChart:
    domain = [int(dots["year"].min()), int(dots["year"].max())]
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=domain, nice=False),
        axis=alt.Axis(format="d", values=domain, labelFlush=True),
    )
    y = alt.Y("odds:Q", title=_("Log odds"), scale=alt.Scale(domain=[-5, 3], nice=False))
    key = name.replace(" ", "-")
    layers = [
        alt.Chart(data(f"odds-{key}", dots)).mark_point(size=22, filled=True, color=INK, opacity=1).encode(x=x, y=y)
    ]
    for place, (line, color, dash) in enumerate(zip(lines, (RUST, BLUE), DASHES, strict=True)):
        drawn = alt.Chart(data(f"line-{key}-{place}", line)).mark_line(strokeWidth=2.5, color=color, strokeDash=dash)
        layers.append(drawn.encode(x=x, y=y))
    return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT, title=alt.TitleParams(name, fontSize=12, offset=4))
