"""Chart of what unrelated walks score, by the scale that they are put on."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, PALE, RUST, data, finish
from longwave.i18n import _


def scale_chart(scores: pd.DataFrame, low: float, high: float, drift: float) -> alt.LayerChart:
    """Draw what unrelated walks score by six measures: the middle one, and where eight pairs in ten lie.

    `scores` has a row a pair of walks and the columns usual, corrected, last, levels and changes; `low` and `high` are
    the ends of the scale, `drift` is that of the walks.
    """
    names = {
        "usual": _("usual C, mean of years"),
        "corrected": _("corrected C, mean of years"),
        "last": _("D in the last year"),
        "levels": _("correlation of levels"),
        "changes": _("correlation of changes"),
    }
    least, middle, most = (scores[list(names)].quantile(part).tolist() for part in (0.1, 0.5, 0.9))
    labels = [_short(value) for value in middle]
    rows = pd.DataFrame(
        {"measure": list(names.values()), "least": least, "middle": middle, "most": most, "label": labels}
    )
    title = _("Unrelated walks on a scale from {low:g} to {high:g}: usual C {usual}, corrected {corrected}").format(
        low=low, high=high, usual=labels[0], corrected=labels[1]
    )
    words = _(
        "{title}. Walks with a drift of {drift:g} a year, in standard deviations of a year's step. Middle and eight in "
        "ten of {many} pairs: {list}."
    ).format(
        title=title,
        drift=drift,
        many=len(scores),
        list="; ".join(
            _("{measure} {middle}, from {least} to {most}").format(
                measure=name, middle=label, least=_short(bottom), most=_short(top)
            )
            for name, label, bottom, top in zip(names.values(), labels, least, most, strict=True)
        ),
    )
    y = alt.Y("measure:N", title=None, sort=list(names.values()), axis=alt.Axis(labelLimit=220))
    axis = alt.Axis(values=[-0.8, -0.4, 0, 0.4, 0.8, 1], labelFlush=False)
    x = alt.X("least:Q", title=_("Score"), scale=alt.Scale(domain=[-0.8, 1.05], nice=False), axis=axis)
    base = alt.Chart(data("scores", rows)).encode(y=y)
    bars = base.mark_bar(color=PALE[BLUE], stroke=BLUE, height=14).encode(x=x, x2=alt.X2("most:Q"))
    points = base.mark_point(filled=True, size=60, color=RUST, opacity=1, shape="diamond").encode(x="middle:Q")
    texts = base.mark_text(dy=-16, fontSize=12).encode(x="middle:Q", text=alt.Text("label:N"))
    zero = alt.Chart(data("zero", pd.DataFrame({"least": [0]}))).mark_rule(color=GREY).encode(x=x)
    note = _("Bar: eight in ten pairs of 20 years. Diamond: the middle pair. No walk knows of the other.")
    return finish(alt.layer(zero, bars, points, texts), title, words, subtitle=note, width=540, height=230)


def _short(value: float) -> str:
    """Return two places after the point, with a true minus and without one before nothing."""
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")
