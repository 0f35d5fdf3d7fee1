"""Chart of the seven forecasts: naive ranges and the reader's own, each as a multiple of what came."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, PALE, PLUM, data, finish
from longwave.i18n import _

SMALLEST, LARGEST = 0.003, 30.0


def scores_chart(table: pd.DataFrame, factor: float) -> alt.LayerChart:
    """Draw each naive range, and the reader's where one was kept, over the truth: at 1 the truth lies.

    `table` is what `scored` returns, and `factor` that of the naive ranges.
    """
    rows = table.reset_index().assign(
        name=lambda frame: [
            _("{lesson}: {question}").format(lesson=lesson, question=question)
            for lesson, question in zip(frame["lesson"], frame["question"], strict=True)
        ],
        naive_low=lambda frame: frame["naive"] / factor / frame["truth"],
        naive_high=lambda frame: frame["naive"] * factor / frame["truth"],
        own_low=lambda frame: frame["low"] / frame["truth"],
        own_high=lambda frame: frame["high"] / frame["truth"],
    )
    counted = rows[rows["counts"]]
    held = int(((counted["naive_low"] <= 1) & (counted["naive_high"] >= 1)).sum())
    kept = int(rows["own_low"].notna().sum())
    sentence = (
        _("{held} of {count} naive ranges hold what came")
        if held
        else _("None of {count} naive ranges holds what came")
    )
    title = sentence.format(held=held, count=len(counted))
    words = _(
        "{title}. Each naive range runs from the naive number over {factor:g} to {factor:g} times it, here as "
        "multiples of what came: {list}. Set apart: {apart}. Guesses of yours that were kept: {kept}."
    ).format(
        title=title,
        factor=factor,
        list="; ".join(
            _("{name} from {low:.2g} to {high:.2g}").format(name=row.name, low=row.naive_low, high=row.naive_high)
            for row in rows.itertuples(index=False)
        ),
        apart=", ".join(rows.loc[~rows["counts"], "lesson"]) or _("none"),
        kept=kept,
    )
    order = rows["name"].tolist()
    y = alt.Y("name:N", title=None, sort=order, axis=alt.Axis(labelLimit=300))
    axis = alt.Axis(values=[0.01, 0.1, 1, 10], format="~g", labelFlush=False)
    scale = alt.Scale(type="log", domain=[SMALLEST, LARGEST], nice=False)
    x = alt.X("naive_low:Q", title=_("Times what came (1: right)"), scale=scale, axis=axis)
    columns = ["name", "counts", "naive_low", "naive_high", "own_low", "own_high"]
    base = alt.Chart(data("ranges", rows[columns])).encode(y=y)
    naive = base.mark_bar(color=PALE[BLUE], stroke=BLUE, height=12, yOffset=-6, clip=True)
    naive = naive.encode(
        x=x,
        x2=alt.X2("naive_high:Q"),
        strokeDash=alt.condition("datum.counts", alt.value([1, 0]), alt.value([3, 3])),
    )
    own = base.transform_filter("isValid(datum.own_low)").mark_bar(
        color=PALE[PLUM], stroke=PLUM, height=8, yOffset=8, clip=True
    )
    own = own.encode(x=alt.X("own_low:Q", scale=scale), x2=alt.X2("own_high:Q"))
    truth = alt.Chart(data("truth", pd.DataFrame({"naive_low": [1]}))).mark_rule(color=INK, strokeWidth=2).encode(x=x)
    note = _("Blue: the naive range, dashed where it is set apart. Black line: what came.")
    if kept:
        note += " " + _("Plum, lower: your own.")
    return finish(alt.layer(naive, own, truth), title, words, subtitle=note, height=280)
