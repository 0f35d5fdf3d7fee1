"""Chart of a boom in a trade that takes years to learn: who graduates, what entrants saw, and what they meet."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.talent.models.cobweb import swing_factor

GRADUATES, PAY = (-40, 40), (-20, 20)


def boom_chart(
    path: pd.DataFrame, supply: float, demand: float, lag: int, forward: float, lasts: int | None = None
) -> alt.VConcatChart:
    """Draw the gap of graduates by year, and under it the pay that each class saw at entry and the pay that it meets.

    `path` is what `models.cobweb.boom_path` returns for these slopes, lag, share that looks ahead and length of boom.
    """
    first = path.iloc[lag]
    title = _("The first class of the boom entered at {seen} and meets {met}").format(
        seen=_signed(first["seen"]), met=_signed(first["pay"])
    )
    words = _(
        "{title}. Above: graduates by year, 0 up to year {lag}, then {graduates}, lowest {low} and highest {high}. "
        "Below: pay seen at entry, dashed, and pay met, full, {end} in year {years}. {length} Slopes {supply:g} and "
        "{demand:g}; {forward:.0%} look ahead; each swing is {factor:.2f} times the one before."
    ).format(
        title=title,
        lag=lag,
        graduates=_signed(first["graduates"]),
        low=_signed(path["graduates"].min()),
        high=_signed(path["graduates"].max()),
        end=_signed(path["pay"].iloc[-1]),
        years=len(path),
        length=_length(lasts, len(path)),
        supply=supply,
        demand=demand,
        forward=forward,
        factor=swing_factor(supply * demand, forward),
    )
    parts = alt.vconcat(_graduates(path), _pay(path, lag), spacing=8).resolve_legend(
        color="independent", strokeDash="independent"
    )
    note = _("Our model, per cent above or below rest; pay from the first boom class on; larger swings are cut off.")
    return finish(parts, title, words, subtitle=note, width=None, height=None)


def _signed(gap: float) -> str:
    return f"{gap + 0.0:+.1f}%".replace("-", "−").replace("−0.0%", "0.0%").replace("+0.0%", "0.0%")


def _length(lasts: int | None, years: int) -> str:
    if lasts is None or lasts >= years:
        return _("The boom lasts for good.")
    return _("The boom ends after year {last}.").format(last=lasts)


def _years(path: pd.DataFrame) -> alt.X:
    ticks = list(range(0, len(path) + 1, 4))
    return alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[0, len(path) + 1], nice=False),
        axis=alt.Axis(values=ticks, format="d"),
    )


def _height(field: str, title: str, domain: tuple[float, float], step: int) -> alt.Y:
    values = list(range(int(domain[0]), int(domain[1]) + 1, step))
    return alt.Y(
        f"{field}:Q",
        title=title,
        scale=alt.Scale(domain=list(domain), nice=False),
        axis=alt.Axis(values=values, format="d"),
    )


def _graduates(path: pd.DataFrame) -> alt.LayerChart:
    x, y = _years(path), _height("graduates", _("Graduates (%)"), GRADUATES, 20)
    bars = alt.Chart(data("graduates", path[["year", "graduates"]])).mark_bar(color=GREY, size=14, clip=True)
    zero = alt.Chart(data("rest", pd.DataFrame({"graduates": [0]}))).mark_rule(color=INK)
    return alt.layer(bars.encode(x=x, y=y), zero.encode(y=y)).properties(width=580, height=130)


def _pay(path: pd.DataFrame, lag: int) -> alt.LayerChart:
    lines = {"pay": _("pay met at graduation"), "seen": _("pay seen at entry")}
    kept = path.loc[path["year"] > lag, ["year", *lines]].melt("year", var_name="line", value_name="gap")
    rows = kept.assign(line=kept["line"].map(lines))
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3)
    order = list(lines.values())
    x, y = _years(path), _height("gap", _("Pay (%)"), PAY, 10)
    marks = alt.Chart(data("pay", rows)).mark_line(strokeWidth=2.5, interpolate="step", clip=True)
    marks = marks.encode(
        x=x,
        y=y,
        color=alt.Color("line:N", legend=legend, scale=alt.Scale(domain=order, range=[RUST, BLUE])),
        strokeDash=alt.StrokeDash("line:N", legend=legend, scale=alt.Scale(domain=order, range=[[1, 0], [6, 4]])),
    )
    zero = alt.Chart(data("rest_pay", pd.DataFrame({"gap": [0]}))).mark_rule(color=INK).encode(y=y)
    return alt.layer(zero, marks).properties(width=580, height=160)
