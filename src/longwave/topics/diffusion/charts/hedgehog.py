"""Forecasts from many years as spines on the curve that came, and ranges for one year beside the truth."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GROUND, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.diffusion.models.origins import log_errors

SPINES = {"same_additions": RUST, "bass": BLUE}
FIRST_DRAWN = 1984
LOWEST, HIGHEST = 0.05, 4000  # of the axis of the stock, GW
NEAREST, FURTHEST = 20, 3000  # of the axis of ranges, GW


def hedgehog_chart(stocks: dict[str, pd.Series], forecasts: pd.DataFrame, ahead: int = 5) -> alt.HConcatChart:
    """Draw the stock in logarithms, once for each of two rules, with a spine for each of its forecasts.

    Args:
        stocks: For each series its stock (GW) by year.
        forecasts: Rows from `stock_forecasts` (GW) with the further columns series and origin.
        ahead: How many years each forecast looks ahead.
    """
    names = {
        "same_additions": _("The same additions"),
        "bass": _("Bass"),
    }
    errors = log_errors(forecasts)
    low = {rule: int((errors[rule] < 0).sum()) for rule in names}
    title = _("The same additions fell short {low} times of {all}; Bass did {bass} times").format(
        low=low["same_additions"], all=len(errors), bass=low["bass"]
    )
    misses = "; ".join(
        _("{name}: too low {low}, too high {high}, mean error {error:.2f} in logarithms").format(
            name=names[rule], low=low[rule], high=len(errors) - low[rule], error=errors[rule].abs().mean()
        )
        for rule in names
    )
    words = _(
        "{title}. Two pictures of the stock of photovoltaics, {first} to {last}, each with {all} forecasts. {misses}."
    ).format(
        title=title,
        first=max(FIRST_DRAWN, min(int(stock.index[0]) for stock in stocks.values())),
        last=max(int(stock.index[-1]) for stock in stocks.values()),
        all=len(errors),
        misses=misses,
    )
    curve = pd.concat(
        [pd.DataFrame({"year": s.index, "stock": s.to_numpy(float), "series": name}) for name, s in stocks.items()]
    )
    views = [_spines_view(rule, name, curve, forecasts, ahead) for rule, name in names.items()]
    note = _("Grey: shipped (to 2009) and installed (from 2000). A spine runs from the year known to the forecast.")
    return finish(alt.hconcat(*views, spacing=14), title, words, subtitle=note, width=None, height=None)


def _spines_view(rule: str, name: str, curve: pd.DataFrame, forecasts: pd.DataFrame, ahead: int) -> alt.LayerChart:
    stocks = curve.set_index(["series", "year"])["stock"]
    rows = [
        {"spine": f"{row['series']} {row['origin']}", "year": year, "stock": value}
        for row in forecasts.to_dict("records")
        for year, value in (
            (row["origin"], stocks[row["series"], row["origin"]]),
            (row["origin"] + ahead, row[rule]),
        )
    ]
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[FIRST_DRAWN, 2023], nice=False),
        axis=alt.Axis(format="d", values=[1990, 2000, 2010, 2020]),
    )
    y = alt.Y(
        "stock:Q",
        title=_("Stock (GW, logarithmic)"),
        scale=alt.Scale(type="log", domain=[LOWEST, HIGHEST], nice=False),
        axis=alt.Axis(values=[0.1, 1, 10, 100, 1000], format="~g"),
    )
    held = curve[curve["year"] >= FIRST_DRAWN]
    label = pd.DataFrame({"year": [FIRST_DRAWN + 1], "stock": [2000], "label": [name]})
    drawn = alt.layer(
        alt.Chart(data(f"stock_{rule}", held))
        .mark_line(color=MUTED, strokeWidth=4, opacity=0.45)
        .encode(x=x, y=y, detail=alt.Detail("series:N")),
        alt.Chart(data(f"spines_{rule}", pd.DataFrame(rows)))
        .mark_line(color=SPINES[rule], strokeWidth=1.6)
        .encode(x=x, y=y, detail=alt.Detail("spine:N")),
        alt.Chart(data(f"name_{rule}", label))
        .mark_text(align="left", fontSize=13, fontWeight=600, color=SPINES[rule])
        .encode(x=x, y=y, text=alt.Text("label:N")),
    )
    drawn.width, drawn.height = 262, 250
    return drawn


def ranges_chart(ranges: pd.DataFrame, truth: float, year: int) -> alt.LayerChart:
    """Draw ranges for the stock of one year on a logarithmic axis, with what came and what each range costs.

    Args:
        ranges: A row for each rule, with rule (words), low and high (GW), and score (in logarithms).
        truth: The stock that came, GW.
        year: The year of the forecast.
    """
    best, worst = (ranges.iloc[int(pick)] for pick in (ranges["score"].argmin(), ranges["score"].argmax()))
    title = _("{truth:,.0f} GW came: scores from {low:.1f} ({best}) to {high:.1f} ({worst})").format(
        truth=truth, best=best["rule"], low=best["score"], worst=worst["rule"], high=worst["score"]
    )
    each = "; ".join(
        _("{rule}: {low:,.0f} to {high:,.0f} GW, score {score:.1f}").format_map(
            {str(key): value for key, value in row.items()}
        )
        for row in ranges.to_dict("records")
    )
    words = _("{title}. Ranges for {year}: {each}.").format(title=title, year=year, each=each)
    rows = ranges.assign(
        label=[_("score {score:.1f}").format(score=score) for score in ranges["score"]],
        middle=(ranges["low"] * ranges["high"]) ** 0.5,
    )
    x = alt.X(
        "low:Q",
        title=_("Stock at the end of {year} (GW, logarithmic)").format(year=year),
        scale=alt.Scale(type="log", domain=[NEAREST, FURTHEST], nice=False),
        axis=alt.Axis(values=[20, 50, 100, 200, 500, 1000, 2000], format=",d"),
    )
    y = alt.Y("rule:N", title=None, sort=list(ranges["rule"]), axis=alt.Axis(labelLimit=200))
    base = alt.Chart(data("ranges", rows))
    came = pd.DataFrame({"low": [truth], "label": [_("what came")]})
    line = alt.Chart(data("truth", came))
    text = base.mark_text(dy=-13, fontSize=12, color=BLUE)
    return finish(
        alt.layer(
            base.mark_bar(color=BLUE, height=9).encode(x=x, x2=alt.X2("high:Q"), y=y),
            text.encode(x=alt.X("middle:Q"), y=y, text=alt.Text("label:N")),
            line.mark_rule(color=INK, strokeWidth=2).encode(x=x),
            line.mark_text(align="left", dx=5, color=INK, stroke=GROUND, strokeWidth=3).encode(
                x=x, y=alt.value(168), text=alt.Text("label:N")
            ),
            line.mark_text(align="left", dx=5, color=INK).encode(x=x, y=alt.value(168), text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("A range pays its width, and ten times what it misses by, both in logarithms."),
        height=180,
    )
