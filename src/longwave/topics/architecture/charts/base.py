"""Charts of a base: what a private one sells to its parent and to others, and what users pay by owner."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.architecture.models.base import MOST, app_price, private_price

MOST_APPS, SHOWN_APPS, COST = 10, 4, 20.0


def sales_chart(table: pd.DataFrame) -> alt.LayerChart:
    """Draw how a base's sales to others, its sales to its parent's group, and its loss grew, as times the first year.

    `table` is what `models.records.base_sales` returns.
    """
    times = table[list(_KINDS)] / table[list(_KINDS)].iloc[0]
    last = times.iloc[-1]
    title = _("Sales to others grew to {outside:.2f} times, those to the parent's group to {parent:.2f}").format(**last)
    years = "; ".join(
        _("{year}: {parent:.0f} to its parent's group, {outside:.0f} to others, loss {loss:.0f}").format(
            year=year, **row[list(_KINDS)]
        )
        for year, row in table.iterrows()
    )
    words = _("{title}. Three lines from 1 in the first year. In million yuan, {years}.").format(
        title=title, years=years
    )
    note = _("Sales of one base in three years, and its net loss with pay in shares.")
    return finish(_growth(times), title, words, subtitle=note, height=300)


_KINDS = ("parent", "outside", "loss")


def _growth(times: pd.DataFrame) -> alt.LayerChart:
    names = {"parent": _("to the parent's group"), "outside": _("to others"), "loss": _("net loss")}
    rows = times.rename_axis("year").reset_index().melt("year", var_name="kind", value_name="times")
    rows["label"] = [f"{names[kind]} {value:.2f}" for kind, value in zip(rows["kind"], rows["times"], strict=True)]
    years = [int(year) for year in times.index]
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[years[0] - 0.1, years[-1] + 1], nice=False),
        axis=alt.Axis(values=years, format="d", grid=False),
    )
    y = alt.Y("times:Q", title=_("Times the first year"), scale=alt.Scale(domain=[0, 6], nice=False))
    color = alt.Color("kind:N", legend=None, scale=alt.Scale(domain=list(_KINDS), range=[BLUE, GREEN, RUST]))
    shapes = alt.Scale(domain=list(_KINDS), range=["circle", "square", "triangle-up"])
    lines = alt.Chart(data("growth", rows)).encode(x=x, y=y, color=color)
    ends = alt.Chart(data("ends", rows[rows["year"] == years[-1]])).encode(x=x, y=y, color=color, text="label:N")
    return alt.layer(
        lines.mark_line(strokeWidth=2.5),
        lines.mark_point(filled=True, size=80, opacity=1).encode(shape=alt.Shape("kind:N", legend=None, scale=shapes)),
        ends.mark_text(align="left", dx=10, fontSize=13, fontWeight=600),
    )


def owners_chart(overrun: float = 1.0, bases: int = 1, fee: bool = False) -> alt.LayerChart:
    """Draw what users pay with one to ten rival applications, on a private base and on a public one.

    `overrun` is how many times the private cost the public base costs; `bases` rival private bases share the market;
    with `fee` a private base that is alone takes a flat fee from each application besides.
    """
    rows = _prices(overrun, bases, fee)
    private, public = (
        float(rows.query("apps == @SHOWN_APPS and owner == @owner")["price"].iloc[0]) for owner in _OWNERS
    )
    title = _title(private, public)
    ends = rows[rows["apps"].isin([1, MOST_APPS])].pivot(index="owner", columns="apps", values="price")
    words = _(
        "{title}. Two falling lines over 1 to {most} applications: private, {a:.1f} to {b:.1f}; public at "
        "{overrun:.1f} times the cost, {c:.1f} to {d:.1f}. Private bases: {bases}; flat fee: {fee}."
    ).format(
        title=title,
        most=MOST_APPS,
        a=ends.loc["private", 1],
        b=ends.loc["private", MOST_APPS],
        c=ends.loc["public", 1],
        d=ends.loc["public", MOST_APPS],
        overrun=overrun,
        bases=bases,
        fee=_("yes") if fee else _("no"),
    )
    note = _("Invented: demand 100 − price, a unit of the base costs a private owner 20. Triangles: private.")
    return finish(_lines(rows), title, words, subtitle=note, height=300)


_OWNERS = ("private", "public")


def _title(private: float, public: float) -> str:
    if abs(private - public) < 0.05:
        return _("With four applications users pay {price:.1f} on either base").format(price=private)
    cheaper = _("public") if public < private else _("private")
    return _("With four applications the {owner} base is cheaper: {private:.1f} private, {public:.1f} public").format(
        owner=cheaper, private=private, public=public
    )


def _prices(overrun: float, bases: int, fee: bool) -> pd.DataFrame:
    rows = []
    for apps in range(1, MOST_APPS + 1):
        own = private_price(COST, bases, fee, apps)
        for owner, price in (("private", own), ("public", min(MOST, overrun * COST))):
            rows.append({"apps": apps, "owner": owner, "price": app_price(price, apps)})
    return pd.DataFrame(rows)


def _lines(rows: pd.DataFrame) -> alt.LayerChart:
    x = alt.X(
        "apps:Q",
        title=_("Rival applications on the base"),
        scale=alt.Scale(domain=[0.5, 11.5], nice=False),
        axis=alt.Axis(values=list(range(1, MOST_APPS + 1)), grid=False),
    )
    y = alt.Y("price:Q", title=_("What users pay (money a unit)"), scale=alt.Scale(domain=[0, 100], nice=False))
    color = alt.Color("owner:N", legend=None, scale=alt.Scale(domain=list(_OWNERS), range=[RUST, BLUE]))
    shape = alt.Shape("owner:N", legend=None, scale=alt.Scale(domain=list(_OWNERS), range=["triangle-up", "circle"]))
    lines = alt.Chart(data("prices", rows)).encode(x=x, y=y, color=color)
    last = rows[rows["apps"] == MOST_APPS].assign(label=[_("private"), _("public")])
    ends = {owner: alt.Chart(data(f"end_{owner}", last[last["owner"] == owner])) for owner in _OWNERS}
    floor = alt.Chart(data("cost", pd.DataFrame({"price": [COST]}))).encode(y=y)
    return alt.layer(
        floor.mark_rule(color=MUTED, strokeDash=[3, 3]),
        lines.mark_line(strokeWidth=2.5),
        lines.mark_point(filled=True, size=70, opacity=1).encode(shape=shape),
        *(
            ends[owner]
            .mark_text(align="left", dx=9, dy=dy, fontSize=13, fontWeight=600)
            .encode(x=x, y=y, color=color, text="label:N")
            for owner, dy in (("private", -8), ("public", 8))
        ),
        floor.mark_text(align="left", x=6, dy=12, color=INK, fontSize=12).encode(
            text=alt.value(_("a unit's cost, 20"))
        ),
    )
