"""The chart of two capitals: what is in use, what claims on it cost, and what has been built."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _


def capitals_chart(path: pd.DataFrame, peak: pd.Series) -> alt.LayerChart:
    """Draw one surge of the model.

    Args:
        path: Columns year, use, price and built, as `surge_path` returns it.
        peak: use, price, idle and fall, as `crash` returns it.
    """
    title, words = _spoken(path, peak)
    last = float(path["year"].iloc[-1])
    top = path.loc[[path["price"].idxmax()], ["year"]] if peak["fall"] > 0 else path.iloc[:0][["year"]]
    x = alt.X("year:Q", title=_("Years"), scale=alt.Scale(domain=[0, last], nice=False))
    y = alt.Y("value:Q", title=_("In multiples of final use"), scale=alt.Scale(domain=[0, 5], nice=False))
    names = {"price": _("price of claims"), "built": _("built"), "use": _("in use")}
    rows = path.iloc[::10].melt("year", list(names), "what", "value").assign(what=lambda t: t["what"].map(names))
    colour = alt.Color(
        "what:N",
        legend=alt.Legend(orient="top", title=None, symbolSize=700),
        scale=alt.Scale(domain=list(names.values()), range=[RUST, GREY, BLUE]),
    )
    dashes = alt.StrokeDash("what:N", scale=alt.Scale(domain=list(names.values()), range=[[1, 0], [2, 3], [7, 4]]))
    return finish(
        alt.layer(
            alt.Chart(data("idle", path.iloc[::10]))
            .mark_area(color=PALE[GREY])
            .encode(x=x, y=alt.Y("use:Q"), y2=alt.Y2("built:Q")),
            alt.Chart(data("paths", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=colour, strokeDash=dashes),
            alt.Chart(data("peak", top)).mark_rule(color=INK, strokeDash=[4, 3]).encode(x=x),
            *(_half(*half).encode(x=x, y=y) for half in _halves(top["year"], last)),
        ),
        title,
        words,
        subtitle=_(
            "Grey: built and not in use. The dashed line is the peak of the price; a price that never falls has none."
        ),
        height=270,
    )


def _halves(peak: pd.Series, last: float) -> list[tuple[str, pd.DataFrame]]:
    """Return the names of the two periods, each in the middle of its own; none without a peak."""
    before = pd.DataFrame({"year": peak / 2, "value": 4.8, "label": _("installation")})
    after = pd.DataFrame({"year": (peak + last) / 2, "value": 4.8, "label": _("deployment")})
    return [("before", before), ("after", after)]


def _half(name: str, row: pd.DataFrame) -> alt.Chart:
    words = alt.Chart(data(name, row)).mark_text(fontSize=13, fontWeight=600, color=MUTED)
    return words.encode(text=alt.Text("label:N"))


def _spoken(path: pd.DataFrame, peak: pd.Series) -> tuple[str, str]:
    if peak["fall"] == 0:
        title = _("The price never falls, and nothing is built that is not used in the end")
    else:
        title = _("The price peaks with {use:.0%} of final use, and then loses {fall:.0%}").format(**peak)
    words = _("{title}. At its highest the price is {price:.2f} times final use, and {idle:.0%} is idle.").format(
        title=title, price=path["price"].max(), idle=peak["idle"]
    )
    return title, words
