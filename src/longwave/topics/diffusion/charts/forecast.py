"""The chart of a forecast with the future hidden: the years seen, the fits, the reader's range, and what came."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.diffusion.models.bass import LARGEST_MARKET
from longwave.topics.diffusion.models.forecasts import NEARLY, log_score, nearly_as_good
from longwave.topics.diffusion.models.hidden import LAST_YEAR, Hidden

LOWEST_INDEX, HIGHEST_INDEX, HIGHEST_ERROR = 1, 3000, 3.0  # where the axes end


class Ends(NamedTuple):
    """The two ends of a range, in the index."""

    low: float
    high: float


def forecast_chart(hidden: Hidden, own: tuple[float, float], reveal: bool) -> alt.VConcatChart:
    """Draw the years seen, the best fit, the fits nearly as good, and the reader's range for one later year.

    `hidden` is from `hidden_fit`, `own` is the reader's (low, high) in its index, both above 0.
    """
    outcome, mine = float(hidden.record[hidden.target]), Ends(min(own), max(own))
    kept = nearly_as_good(hidden.profile)
    fits = Ends(float(kept["forecast"].min()), float(kept["forecast"].max()))
    scores = [log_score(low, high, outcome) for low, high in (mine, fits)]
    title = _revealed(outcome, *scores) if reveal else _hidden(hidden.seen, kept["times_sold"])
    words = _words(title, hidden, fits, mine, kept["times_sold"], reveal)
    record_view, market_view = _record_view(hidden, fits, mine, reveal), _market_view(hidden.profile)
    # Set in place: `properties` would copy each view.
    record_view.width, record_view.height, market_view.width, market_view.height = 540, 250, 540, 110
    note = [
        _("Dots: years seen, the largest is 100. Line: best fit, not drawn below 1. Shade: fits nearly as good."),
        _("Bar with ends: your range. Diamonds: what came. Below: the misfit, if the market is held."),
    ]
    joined = alt.vconcat(record_view, market_view, spacing=14)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _words(title: str, hidden: Hidden, fits: Ends, own: Ends, times: pd.Series, reveal: bool) -> str:
    return _(
        "{title}. Index of sales on a logarithmic axis, 100 is the largest of the {seen} years seen. For year {target} "
        "the best fit says {best:.0f}, the fits nearly as good {fit_low:.0f} to {fit_high:.0f}, your range {low:.0f} "
        "to {high:.0f}. {end} Below, the misfit of the best fit with each market size: it stays near the least from "
        "{few:.3g} to {many:.3g} times the sales so far."
    ).format(
        title=title,
        seen=hidden.seen,
        target=hidden.target,
        best=hidden.paths["best"][hidden.target],
        fit_low=fits.low,
        fit_high=fits.high,
        low=own.low,
        high=own.high,
        end=_("The later years are shown.") if reveal else _("The later years are hidden."),
        few=times.min(),
        many=times.max(),
    )


def _hidden(seen: int, times: pd.Series) -> str:
    if times.max() >= LARGEST_MARKET * 0.999:
        return _("{seen} years seen: no upper limit to the market is in sight").format(seen=seen)
    return _("{seen} years seen: markets of {few:.2f} to {many:.2f} times the sales so far fit").format(
        seen=seen, few=times.min(), many=times.max()
    )


def _revealed(outcome: float, own: float, fits: float) -> str:
    return _("It came to {outcome:.0f}: your range scores {own:.1f}, that of the fits {fits:.1f}").format(
        outcome=outcome, own=own, fits=fits
    )


def _record_view(hidden: Hidden, fits: Ends, own: Ends, reveal: bool) -> alt.LayerChart:
    axis = alt.Axis(values=list(range(1, LAST_YEAR + 1)), format="d")
    x = alt.X("year:Q", title=_("Year of the record"), scale=alt.Scale(domain=[0.5, LAST_YEAR + 0.5]), axis=axis)
    height = alt.Scale(type="log", domain=[LOWEST_INDEX, HIGHEST_INDEX], nice=False, clamp=True)
    ticks = alt.Axis(values=[1, 10, 100, 1000], format=",d")
    y = alt.Y("sold:Q", title=_("Sales (index, logarithmic)"), scale=height, axis=ticks)
    seen, target, record = hidden.seen, hidden.target, hidden.record
    later = record.iloc[seen:target] if reveal else record.iloc[:0]
    ahead = hidden.paths.loc[seen:target]
    spread = pd.DataFrame({"year": ahead.index, "sold": ahead["low"].to_numpy(), "high": ahead["high"].to_numpy()})
    drawn = hidden.paths.loc[:target, "best"]
    drawn = drawn[drawn >= LOWEST_INDEX]
    line = pd.DataFrame({"year": drawn.index, "sold": drawn.to_numpy()})
    bar = pd.DataFrame([{"year": target + 0.2, "sold": own.low, "high": own.high}])
    ends = pd.DataFrame({"year": target + 0.2, "sold": list(own)})
    reach = pd.DataFrame({"year": [target, target], "sold": list(fits)})
    shade = alt.Chart(data("fits", spread)).mark_area(color=PALE[BLUE], opacity=1, clip=True)
    best = alt.Chart(data("best", line)).mark_line(color=BLUE, strokeWidth=2, clip=True)
    points = alt.Chart(data("seen", _points(record.iloc[:seen]))).mark_point(filled=True, color=INK, size=70, opacity=1)
    later_points = alt.Chart(data("later", _points(later)))
    return alt.layer(
        shade.encode(x=x, y=y, y2=alt.Y2("high:Q")),
        best.encode(x=x, y=y),
        alt.Chart(data("reach", reach)).mark_tick(color=BLUE, orient="horizontal", size=16).encode(x=x, y=y),
        alt.Chart(data("own", bar)).mark_rule(color=RUST, strokeWidth=4).encode(x=x, y=y, y2=alt.Y2("high:Q")),
        alt.Chart(data("ends", ends)).mark_tick(color=RUST, orient="horizontal", thickness=4, size=22).encode(x=x, y=y),
        points.encode(x=x, y=y),
        later_points.mark_point(shape="diamond", color=GREEN, size=90, strokeWidth=2.5, opacity=1).encode(x=x, y=y),
    )


def _points(record: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"year": list(record.index), "sold": record.to_numpy(dtype=float)})


def _market_view(profile: pd.DataFrame) -> alt.LayerChart:
    x = alt.X(
        "times:Q",
        title=_("Market size held (times the sales so far, logarithmic)"),
        scale=alt.Scale(type="log", domain=[1, LARGEST_MARKET], nice=False),
        axis=alt.Axis(values=[1, 2, 5, 10, 20, 50, 100], format="d"),
    )
    y = alt.Y(
        "error:Q",
        title=_("Misfit (least is 1)"),
        scale=alt.Scale(domain=[1, HIGHEST_ERROR], nice=False),
        axis=alt.Axis(values=[1, 1.5, 2, 2.5, 3]),
    )
    rows = pd.DataFrame({"times": profile["times_sold"], "error": profile["error"] / profile["error"].min()})
    limit = pd.DataFrame([{"times": 95, "error": NEARLY, "label": _("below the dashed line: nearly as good")}])
    base = alt.Chart(data("limit", limit))
    return alt.layer(
        alt.Chart(data("profile", rows)).mark_line(color=BLUE, strokeWidth=2, clip=True).encode(x=x, y=y),
        base.mark_rule(color=MUTED, strokeDash=[5, 4]).encode(y=y),
        base.mark_text(align="right", baseline="bottom", dy=-3, color=MUTED).encode(x=x, y=y, text=alt.Text("label:N")),
    )
