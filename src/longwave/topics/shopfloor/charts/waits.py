"""Chart of the wait against the orders, for a machine as it was and as it is now."""

import altair as alt
import pandas as pd

from longwave.charts.theme import GREY, RUST, data, finish
from longwave.i18n import _

HIGHEST_WAIT = 40.0
ORDERS_DOMAIN = [0.2, 1.0]
STATES = ["before", "now"]


def wait_chart(curves: pd.DataFrame, before: pd.Series, now: pd.Series) -> alt.LayerChart:
    """Draw the wait against the orders, for a machine as it was (dashed) and as it is now (full).

    `curves` has the columns state (before or now), orders (an hour) and wait (hours). `before` and `now` have orders,
    uptime, V, U, T and wait. Each curve ends where it leaves the drawing, near the most that its machine can do.
    """
    title = _title(before, now)
    words = _(
        "{title}. Two curves of the wait against the orders an hour; each runs flat, then turns upwards, towards its "
        "uptime: {up0:.3f} dashed, {up1:.3f} full. Marked: before, at {orders0:.2f} orders, {wait0:.3g} hours; now, at "
        "{orders:.2f}, {wait1:.3g} hours, which is V {v:.3g} times U {u:.3g} times T {t:.4g}."
    ).format(
        title=title,
        up0=before["uptime"],
        up1=now["uptime"],
        orders0=before["orders"],
        orders=now["orders"],
        wait0=before["wait"],
        wait1=now["wait"],
        v=now["V"],
        u=now["U"],
        t=now["T"],
    )
    x = alt.X(
        "orders:Q",
        title=_("Orders an hour (λ)"),
        scale=alt.Scale(domain=ORDERS_DOMAIN, nice=False),
        axis=alt.Axis(values=[0.2, 0.4, 0.6, 0.8, 1.0], format=".1f"),
    )
    y = alt.Y(
        "wait:Q",
        title=_("Mean wait (hours)"),
        scale=alt.Scale(domain=[0, HIGHEST_WAIT], nice=False),
        axis=alt.Axis(values=[0, 10, 20, 30, 40]),
    )
    color = alt.Color("state:N", legend=None, scale=alt.Scale(domain=STATES, range=[GREY, RUST]))
    dash = alt.StrokeDash("state:N", legend=None, scale=alt.Scale(domain=STATES, range=[[6, 4], [1, 0]]))
    shape = alt.Shape("state:N", legend=None, scale=alt.Scale(domain=STATES, range=["square", "diamond"]))
    points = pd.DataFrame([before, now])[["orders", "wait"]].clip(upper=HIGHEST_WAIT).assign(state=STATES)
    return finish(
        alt.layer(
            alt.Chart(data("curves", curves)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
            alt.Chart(data("points", points))
            .mark_point(filled=True, size=130, opacity=1)
            .encode(x=x, y=y, color=color, shape=shape),
            alt.Chart(data("key", _key(before, now)))
            .mark_text(align="left", fontSize=13)
            .encode(x=x, y=y, text=alt.Text("label:N"), color=color),
        ),
        title,
        words,
        subtitle=_("Invented machine; a job is one hour of work. Before: square, dashed. Now: diamond, full."),
        height=220,
    )


def _title(before: pd.Series, now: pd.Series) -> str:
    if abs(now["wait"] - before["wait"]) < 1e-9:
        return _("A job waits {wait:.3g} hours for one hour of work").format(wait=now["wait"])
    ratio = before["wait"] / now["wait"]
    if ratio > 1:
        return _("The wait falls from {before:.3g} hours to {now:.3g}, to one part in {ratio:.2g}").format(
            before=before["wait"], now=now["wait"], ratio=ratio
        )
    return _("The wait rises from {before:.3g} hours to {now:.3g}").format(before=before["wait"], now=now["wait"])


def _key(before: pd.Series, now: pd.Series) -> pd.DataFrame:
    form = {
        "before": _("before: uptime {uptime:.3f}, V {V:.3g} × U {U:.3g} × T {T:.4g} = {wait:.3g} hours"),
        "now": _("now: uptime {uptime:.3f}, V {V:.3g} × U {U:.3g} × T {T:.4g} = {wait:.3g} hours"),
    }
    labels = [form[state].format(**row) for state, row in zip(STATES, (before, now), strict=True)]
    return pd.DataFrame({"state": STATES, "orders": 0.22, "wait": [37.5, 34.5], "label": labels})
