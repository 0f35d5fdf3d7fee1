"""Charts of what users say: what hand-overs leave of a message, and what a crowd of reviews says of a bad thing."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, GROUND, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.platforms.models.information import channel_cascade, erasure_cascade
from longwave.topics.platforms.models.reviews import MARKED, MOST_REVIEWS

KEY_ABOVE = 1.42  # the chart ends here, so that its key is above a share of 1


class Looks(NamedTuple):
    """Colour, dash and shape of the same names."""

    color: alt.Color
    dash: alt.StrokeDash
    shape: alt.Shape


def hops_chart(error: float, hops: int) -> alt.LayerChart:
    """Draw how many bits a yes or no still tells after each hand-over, if messages are flipped and if they are lost."""
    steps = range(hops + 1)
    kept = {
        "withheld": [erasure_cascade(error, step)["capacity"] for step in steps],
        "flipped": [channel_cascade(error, step)["capacity"] for step in steps],
    }
    title = _("After {hops} hand-overs silence leaves {lost:.2f} bits, and flips leave {flipped:.2f}").format(
        hops=hops, lost=kept["withheld"][-1], flipped=kept["flipped"][-1]
    )
    words = _(
        "{title}. Two falling lines from 1 bit, by hand-over. One in {odds:g} withheld: {withheld}. One in {odds:g} "
        "flipped: {flipped}."
    ).format(title=title, odds=1 / error, **{name: _listed(values) for name, values in kept.items()})
    rows = pd.DataFrame(
        [{"leak": name, "hop": step, "bits": kept[name][step]} for name in kept for step in steps],
    )
    x = alt.X("hop:Q", title=_("Hand-overs (n)"), axis=alt.Axis(values=list(steps), format="d"))
    y = alt.Y("bits:Q", title=_("Left of each message (bits)"), scale=alt.Scale(domain=[0, 1.05], nice=False))
    looks = _looks("leak", list(kept), [BLUE, RUST], [[6, 4], [1, 0]], ["square", "circle"])
    base = alt.Chart(data("capacity", rows))
    return finish(
        alt.layer(
            base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=looks.color, strokeDash=looks.dash),
            base.mark_point(filled=True, size=80, opacity=1).encode(x=x, y=y, color=looks.color, shape=looks.shape),
            _hops_key(kept, looks.color).encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Each hand-over withholds, or flips, one message in {odds:g}. Invented rate.").format(
            odds=1 / error
        ),
        height=240,
    )


def _listed(values: list[float]) -> str:
    return ", ".join(f"{value:.2f}" for value in values)


def _looks(column: str, names: list[str], colours: list[str], dashes: list[list[int]], shapes: list[str]) -> Looks:
    """Return colour, dash and shape for the names in a column, so that nothing is told by colour alone."""
    field = f"{column}:N"
    return Looks(
        color=alt.Color(field, legend=None, scale=alt.Scale(domain=names, range=colours)),
        dash=alt.StrokeDash(field, legend=None, scale=alt.Scale(domain=names, range=dashes)),
        shape=alt.Shape(field, legend=None, scale=alt.Scale(domain=names, range=shapes)),
    )


def _hops_key(kept: dict[str, list[float]], color: alt.Color) -> alt.Chart:
    labels = {"withheld": _("withheld: gone, and known to be gone"), "flipped": _("flipped: looks like any other")}
    rows = pd.DataFrame(
        [{"leak": name, "hop": 2.15, "bits": kept[name][2] + 0.12, "label": labels[name]} for name in kept]
    )
    return alt.Chart(data("key", rows)).mark_text(align="left", fontSize=13).encode(color=color)


def reviews_chart(curves: pd.DataFrame, fakes: float, tipping: float, hops: int) -> alt.LayerChart:
    """Draw how often a bad thing is praised, by the number of reviews, for each reader, and the odds for both things.

    `curves` has the columns reader (honest, majority, either and perhaps knowing), reviews and wrong (a chance).
    `fakes` and `tipping` are shares; `hops` is the number of hand-overs behind the platform.
    """
    last = {str(reader): part.set_index("reviews")["wrong"] for reader, part in curves.groupby("reader", sort=False)}
    title = _reviews_title(last["majority"], fakes, tipping)
    words = _(
        "{title}. Curves over the number of reviews, on a logarithmic scale, of the chance to be misled about a bad "
        "release, with {fakes:.0%} fakes and {hops} hand-overs. {parts}."
    ).format(title=title, fakes=fakes, hops=hops, parts="; ".join(_curve_words(*item) for item in last.items()))
    x = alt.X(
        "reviews:Q",
        title=_("Reviews (n, logarithmic)"),
        scale=alt.Scale(type="log", domain=[1, MOST_REVIEWS], nice=False),
        axis=alt.Axis(values=[1, 10, 100, 1000, 10_000], format=","),
    )
    y = alt.Y(
        "wrong:Q",
        title=_("Misled (share of times)"),
        scale=alt.Scale(domain=[0, KEY_ABOVE], nice=False),
        axis=alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1]),
    )
    looks = _looks(
        "reader",
        ["honest", "majority", "either", "knowing"],
        [GREY, RUST, BLUE, GREEN],
        [[6, 4], [1, 0], [10, 3, 2, 3], [2, 3]],
        ["square", "circle", "triangle-up", "diamond"],
    )
    lines = alt.Chart(data("curves", curves)).mark_line(strokeWidth=2.5)
    return finish(
        alt.layer(
            _coin().encode(y=alt.Y("wrong:Q")),
            lines.encode(x=x, y=y, color=looks.color, strokeDash=looks.dash),
            *[layer.encode(x=x, y=y) for layer in _marked_reviews(last, looks)],
            _reviews_key(list(last), looks.color).encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Synthetic reviews. Fakes praise whatever they are about."),
        height=360,
    )


def _reviews_title(wrong: pd.Series, fakes: float, tipping: float) -> str:
    few, many = (_per_cent(wrong[count]) for count in (MARKED, MOST_REVIEWS))
    if fakes == 0:
        return _("No fakes: 101 reviews praise the bad release {few} of the time").format(few=few)
    if fakes > tipping:
        return _("More reviews harm: wrong {few} of the time with 101, {many} with 10,001").format(few=few, many=many)
    return _("More reviews help: wrong {few} of the time with 101, {many} with 10,001").format(few=few, many=many)


def _per_cent(share: float) -> str:
    """Return a chance in words that do not call a small one nothing.

    >>> _per_cent(0.58), _per_cent(0.013), _per_cent(0.0000129)
    ('58%', '1.3%', 'under 0.1%')
    """
    if share < 0.001:
        return _("under 0.1%")
    return f"{share:.0%}" if share >= 0.095 else f"{share:.1%}"


def _curve_words(reader: str, wrong: pd.Series) -> str:
    names = {
        "honest": _("No fakes and no hand-overs: {few} at 101, {many} at 10,001"),
        "majority": _("Majority: {few} at 101, {many} at 10,001"),
        "either": _("Majority, where half of all releases are bad: {few} at 101, {many} at 10,001"),
        "knowing": _("Reader who knows the share of fakes: {few} at 101, {many} at 10,001"),
    }
    return names[reader].format(few=_per_cent(wrong[MARKED]), many=_per_cent(wrong[MOST_REVIEWS]))


def _coin() -> alt.Chart:
    return alt.Chart(data("coin", pd.DataFrame({"wrong": [0.5]}))).mark_rule(color=MUTED, strokeDash=[1, 3])


def _marked_reviews(last: dict[str, pd.Series], looks: Looks) -> list[alt.Chart]:
    rows = pd.DataFrame([{"reader": name, "reviews": MARKED, "wrong": wrong[MARKED]} for name, wrong in last.items()])
    wrong = float(last["majority"][MARKED])
    label = pd.DataFrame(
        {
            # A rising curve leaves the corner above its point free on the left, a falling one on the right.
            "reviews": [16 if wrong > 0.5 else 118],
            "wrong": [wrong + 0.06],
            "label": [_("101 reviews: {wrong}").format(wrong=_per_cent(wrong))],
        }
    )
    points = alt.Chart(data("marked", rows)).mark_point(filled=True, size=110, opacity=1)
    text = alt.Chart(data("marked_label", label)).encode(text=alt.Text("label:N"))
    place = {"align": "left", "fontSize": 13, "fontWeight": 600}
    halo = text.mark_text(**place, stroke=GROUND, strokeWidth=5)
    return [points.encode(color=looks.color, shape=looks.shape), halo, text.mark_text(**place, color=RUST)]


def _reviews_key(readers: list[str], color: alt.Color) -> alt.Chart:
    labels = {
        "majority": _("full: the majority, on a bad release"),
        "either": _("dash and dot: the majority, if half of all releases are bad"),
        "honest": _("dashed: no fakes, no hand-overs"),
        "knowing": _("dotted: a reader who knows the share of fakes"),
    }
    heights = dict(zip(labels, (1.36, 1.29, 1.22, 1.15), strict=True))  # above all curves
    rows = pd.DataFrame(
        [{"reader": name, "reviews": 1.2, "wrong": heights[name], "label": labels[name]} for name in readers]
    )
    return alt.Chart(data("key", rows)).mark_text(align="left", fontSize=13).encode(color=color)
