"""Charts of paper 003's Table 2: what a garbled money cell would mean, and which cells can be trusted."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, MUTED, RUST, data, finish
from longwave.i18n import _

READING_LIMITS = [0.1, 100]
STATUSES = ("verified", "federal side verified", "inferred")


def reading_chart(federal: float, others: float, unit_million_usd: float, checked_million_usd: float) -> alt.LayerChart:
    """Draw one reading of a money cell beside the checked sum, on a logarithmic scale of billion dollars.

    `federal` and `others` are the two numbers of the cell, `unit_million_usd` is what one of them means.
    """
    total = (federal + others) * unit_million_usd / 1000
    checked = checked_million_usd / 1000
    times = total / checked
    if abs(times - 1) < 0.005:
        title = _("Read this way, ARM costs {total:.3g} billion dollars: the checked sum").format(total=total)
    else:
        title = _("Read this way, ARM costs {total:.3g} billion dollars: {times:.3g} times too much")
        title = title.format(total=total, times=times)
    words = _(
        "{title}. Two marks on a logarithmic scale of billion dollars: "
        "this reading {total:.3g}, award notice {checked:.3g}."
    ).format(title=title, total=total, checked=checked)
    what = [_("This reading"), _("Award notice")]
    frame = pd.DataFrame({"what": what, "billion": [total, checked], "label": [f"{total:.3g}", f"{checked:.3g}"]})
    x = alt.X(
        "billion:Q",
        title=_("Billion US dollars, each line ten times the last"),
        scale=alt.Scale(type="log", domain=READING_LIMITS),
        axis=alt.Axis(values=[0.1, 1, 10, 100], format="~g"),
    )
    y = alt.Y("what:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, grid=True, labelPadding=8))
    base = alt.Chart(data("reading", frame)).encode(x=x, y=y)
    color = alt.Color("what:N", scale=alt.Scale(domain=what, range=[RUST, GREY]), legend=None)
    shape = alt.Shape("what:N", scale=alt.Scale(domain=what, range=["circle", "square"]), legend=None)
    points = base.mark_point(filled=True, size=220, opacity=1).encode(color=color, shape=shape)
    labels = base.mark_text(align="left", dx=14, fontSize=14).encode(text=alt.Text("label:N"))
    return finish(alt.layer(points, labels), title, words, height=120)


def institutes_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw the decoded money of the institutes, federal and other, marked by how sure each decoding is.

    `frame` has the columns institute, federal_million_usd, nonfederal_million_usd, decoding_status. Filled marks are
    verified, half-sure ones are crossed or hollow: the shape says it without the colour.
    """
    status_words = {
        "verified": _("both sides verified"),
        "federal side verified": _("federal side verified"),
        "inferred": _("inferred from the digits"),
    }
    shown = frame.assign(status=frame["decoding_status"].map(status_words)).sort_values(
        "nonfederal_million_usd", ascending=False, kind="stable"
    )
    sure = int((frame["decoding_status"] == "verified").sum())
    title = _("Of {count} money cells, {sure} could be checked on both sides").format(count=len(frame), sure=sure)
    counts = frame["decoding_status"].value_counts()
    words = _(
        "{title}. One mark an institute, by money from other sources; filled circles verified ({verified}), "
        "squares federal side verified ({half}), hollow triangles inferred ({inferred}). "
        "Largest: {largest}, {most:g} million dollars."
    ).format(
        title=title,
        verified=counts.get("verified", 0),
        half=counts.get("federal side verified", 0),
        inferred=counts.get("inferred", 0),
        largest=shown["institute"].iloc[0],
        most=float(shown["nonfederal_million_usd"].max()),
    )
    domain = list(status_words.values())
    columns = ["institute", "federal_million_usd", "nonfederal_million_usd", "status"]
    base = alt.Chart(data("institutes", shown[columns])).encode(
        y=alt.Y("institute:N", title=None, sort=None, axis=alt.Axis(labelFontSize=12, grid=True)),
        x=alt.X(
            "nonfederal_million_usd:Q", title=_("Money from others than the federal government (million US dollars)")
        ),
        tooltip=[
            alt.Tooltip("institute:N", title=_("Institute")),
            alt.Tooltip("federal_million_usd:Q", title=_("Federal, million dollars")),
            alt.Tooltip("nonfederal_million_usd:Q", title=_("Others, million dollars")),
            alt.Tooltip("status:N", title=_("How sure")),
        ],
    )
    how_sure, legend = _("How sure"), alt.Legend(orient="top")
    shapes, inks = ["circle", "square", "triangle-up"], [BLUE, MUTED, RUST]
    marks = base.mark_point(size=110, strokeWidth=2, opacity=1).encode(
        shape=alt.Shape("status:N", title=how_sure, legend=legend, scale=alt.Scale(domain=domain, range=shapes)),
        color=alt.Color("status:N", title=how_sure, legend=legend, scale=alt.Scale(domain=domain, range=inks)),
        fill=alt.Fill(
            "status:N", title=how_sure, legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, "white", "white"])
        ),
    )
    return finish(alt.layer(marks), title, words, width=560, height=300)
