"""Charts of real series by rank: where a straight line through the first points fails, and how the exponent rises."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.longtail.models.fits import exponents_between, exponents_by_stretch, fit_exponent

STRETCH_COLORS = (BLUE, GREEN, RUST)


def counts_chart(counts: pd.DataFrame) -> alt.LayerChart:
    """Draw how many earn more than each sum, and what a straight line through the first two counts expects.

    `counts` has the columns above (the sum in dollars, falling) and artists (how many earn more, rising), two rows or
    more. Both scales are logarithmic.
    """
    expected = expected_count(counts)
    last, known = counts.iloc[-1], int(counts["artists"].iloc[-1])
    title = _("A straight line expects {expected:,.0f} artists above {sum:,.0f} dollars; there are {known:,}").format(
        expected=float(f"{expected:.3g}"), sum=last["above"], known=known
    )
    between = _between(counts)
    words = _(
        "{title}. Falling points: {points}. From each to the next: {slopes}. A dashed line through the first two."
    )
    words = words.format(
        title=title,
        points="; ".join(f"{row['artists']:,} > {row['above']:,.0f}" for row in counts.to_dict("records")),
        slopes=", ".join(between["label"]),
    )
    x = _log_x(_("Artists who earn more (logarithmic)"), [10, float(f"{4 * expected:.1g}")])
    y = _log_y(_("Royalties in the year (dollars, logarithmic)"), [float(last["above"]) / 2, 2 * counts["above"].max()])
    points = pd.DataFrame(
        {"rank": counts["artists"], "sold": counts["above"], "label": [f"{count:,}" for count in counts["artists"]]}
    )
    ends = pd.DataFrame(
        {"rank": [counts["artists"].iloc[0], expected], "sold": [counts["above"].iloc[0], last["above"]]}
    )
    guess = ends.tail(1).assign(label=_("expected: {count:,.0f}").format(count=float(f"{expected:.3g}")))
    line = alt.Chart(data("line", ends)).mark_line(color=RUST, strokeWidth=2, strokeDash=[6, 4])
    base, mark = alt.Chart(data("points", points)), alt.Chart(data("expected", guess))
    label = alt.Text("label:N")
    return finish(
        alt.layer(
            line.encode(x=x, y=y),
            base.mark_line(color=BLUE, strokeWidth=1.5).encode(x=x, y=y),
            base.mark_point(filled=True, size=90, opacity=1, color=BLUE).encode(x=x, y=y),
            base.mark_text(align="right", dx=-10, dy=8, fontSize=13, color=INK).encode(x=x, y=y, text=label),
            alt.Chart(data("slopes", between))
            .mark_text(align="right", dx=-10, dy=6, fontSize=13, color=BLUE)
            .encode(x=x, y=y, text=label),
            mark.mark_point(filled=True, size=110, opacity=1, color=RUST, shape="diamond").encode(x=x, y=y),
            mark.mark_text(align="center", dy=18, fontSize=13, color=RUST).encode(x=x, y=y, text=label),
        ),
        title,
        words,
        subtitle=_("Spotify, 2024. Points: published counts. Dashed: one power law through the first two."),
    )


def _between(counts: pd.DataFrame) -> pd.DataFrame:
    """Return the exponent from each count to the next as a label in the middle of the two points."""
    slopes = exponents_between(counts["artists"], counts["above"])
    middle = [(counts[name] * counts[name].shift(-1)).iloc[:-1] ** 0.5 for name in ("artists", "above")]
    return pd.DataFrame({"rank": middle[0], "sold": middle[1], "label": [f"b = {slope:.2f}" for slope in slopes]})


def expected_count(counts: pd.DataFrame) -> float:
    """Compute how many would earn more than the last sum if the first two counts were on a power law.

    `counts` is as in `counts_chart`. With b from the first two, n = n\u2081 \u00b7 (s\u2081 / s)^(1/b).

    >>> round(expected_count(pd.DataFrame({"above": [100, 10, 1], "artists": [1, 10, 50]})))
    100
    """
    exponent = exponents_between(counts["artists"], counts["above"]).iloc[0]
    ratio = float(counts["above"].iloc[0] / counts["above"].iloc[-1])
    return float(counts["artists"].iloc[0] * ratio ** (1 / float(exponent)))


def bend_chart(
    series: pd.DataFrame, what: str, ends: tuple[int, int, int, int] = (10, 100, 1000, 10_000)
) -> alt.LayerChart:
    """Draw a series by rank with one fitted line a stretch, each with its exponent, and one line through all of it.

    Args:
        series: Columns rank, and a second one with what is counted; falling.
        what: The vertical axis in words, such as "ratings".
        ends: The ends of three stretches of ranks.
    """
    frame = series.iloc[:, :2].set_axis(["rank", "sold"], axis=1)
    inside = frame[(frame["rank"] >= ends[0]) & (frame["rank"] <= ends[-1])]
    stretches = exponents_by_stretch(frame["rank"], frame["sold"], ends)
    whole = fit_exponent(inside["rank"], inside["sold"])
    low, high = stretches["exponent"].iloc[0], stretches["exponent"].iloc[-1]
    title = _("Along the same list the exponent goes from {low:.2f} to {high:.2f}").format(low=low, high=high)
    words = _(
        "{title}. Falling points with three straight pieces, {pieces}; one line through all has {whole:.2f}."
    ).format(title=title, pieces=", ".join(f"{slope:.2f}" for slope in stretches["exponent"]), whole=whole["exponent"])
    x = _log_x(_("Rank (r, logarithmic)"), [0.8, float(frame["rank"].max()) * 3])
    y = _log_y(_("{what} (logarithmic)").format(what=what), [frame["sold"].min() / 2, 2 * frame["sold"].max()])
    line = pd.DataFrame({"rank": [float(ends[0]), float(ends[-1])]})
    line["sold"] = whole["first_sales"] * line["rank"] ** -whole["exponent"]
    points = alt.Chart(data("points", frame)).mark_point(filled=True, size=16, opacity=0.5, color=MUTED)
    pieces = [
        _piece(frame, row, color).encode(x=x, y=y)
        for (_i, row), color in zip(stretches.iterrows(), STRETCH_COLORS, strict=True)
    ]
    labels = alt.Chart(data("labels", _piece_labels(frame, stretches)))
    return finish(
        alt.layer(
            points.encode(x=x, y=y),
            alt.Chart(data("whole", line)).mark_line(color=INK, strokeWidth=1.5, strokeDash=[6, 4]).encode(x=x, y=y),
            *pieces,
            labels.mark_text(align="left", dx=12, dy=-12, fontSize=13, color=INK).encode(
                x=x, y=y, text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_(
            "Full: three stretches, b with 95 % interval. Dashed: one line through all three, b = {b:.2f}."
        ).format(b=whole["exponent"]),
    )


def _piece(frame: pd.DataFrame, row: pd.Series, color: str) -> alt.Chart:
    inside = frame[(frame["rank"] >= row["from_rank"]) & (frame["rank"] <= row["to_rank"])]
    fitted = fit_exponent(inside["rank"], inside["sold"])
    ends = pd.DataFrame({"rank": [row["from_rank"], row["to_rank"]]})
    ends["sold"] = fitted["first_sales"] * ends["rank"] ** -fitted["exponent"]
    chart: alt.Chart = alt.Chart(data(f"piece_{int(row['from_rank'])}", ends)).mark_line(color=color, strokeWidth=3)
    return chart


def _piece_labels(frame: pd.DataFrame, stretches: pd.DataFrame) -> pd.DataFrame:
    """Return one label a stretch, at the middle of it."""
    rows = []
    for row in stretches.to_dict("records"):
        middle = math.sqrt(row["from_rank"] * row["to_rank"])
        label = _("b = {b:.2f}, {low:.2f} to {high:.2f}").format(b=row["exponent"], low=row["low"], high=row["high"])
        nearest = frame.iloc[(frame["rank"] - middle).abs().argmin()]
        rows.append({"rank": nearest["rank"], "sold": nearest["sold"], "label": label})
    return pd.DataFrame(rows)


def _log_x(title: str, domain: list[float]) -> alt.X:
    axis = alt.Axis(values=[10**power for power in range(8)], format="~s")
    return alt.X("rank:Q", title=title, scale=alt.Scale(type="log", domain=domain, nice=False), axis=axis)


def _log_y(title: str, domain: list[float]) -> alt.Y:
    axis = alt.Axis(values=[10**power for power in range(11)], format="~s")
    return alt.Y("sold:Q", title=title, scale=alt.Scale(type="log", domain=domain, nice=False), axis=axis)
