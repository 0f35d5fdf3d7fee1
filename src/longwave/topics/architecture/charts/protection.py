"""Chart of protection: how much to spend by vulnerability, under three rules of what a coin does."""

import math

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.architecture.models.protection import KINDS, best_protection, protected_range

MOST_SHARE = 40.0  # per cent of the loss


def protection_chart(vulnerability: float = 0.7, strength: float = 10.0, kind: str = "class II") -> alt.LayerChart:
    """Draw the best spending by vulnerability for three rules, with the chosen rule and vulnerability marked.

    `vulnerability` is from 0 to 1, `strength` is a · L, above 0, and `kind` one of the models' three.
    """
    rows = _spending(strength)
    here = best_protection(vulnerability, strength, kind)
    title = _title(vulnerability, strength, kind, here)
    words = _words(title, strength)
    x = alt.X(
        "v:Q",
        title=_("Chance that an attack succeeds, if nothing is spent (v)"),
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(values=[step / 10 for step in range(11)], format=".1f"),
    )
    y = alt.Y("spent:Q", title=_("Best spending (% of L)"), scale=alt.Scale(domain=[0, MOST_SHARE], nice=False))
    color = alt.Color("kind:N", scale=alt.Scale(domain=list(KINDS), range=[BLUE, RUST, GREEN]), title=None)
    dash = alt.StrokeDash("kind:N", scale=alt.Scale(domain=list(KINDS), range=[[7, 3], [1, 0], [2, 2]]), title=None)
    cap = pd.DataFrame({"v": [0.0, 1.0], "spent": [0.0, 100 / math.e]})
    edge = alt.Chart(data("cap", cap)).encode(x=x, y=y)
    mark = alt.Chart(data("mark", pd.DataFrame({"v": [vulnerability], "spent": [100 * here["spending"]]})))
    layers = [
        edge.mark_line(color=GREY, strokeWidth=1, strokeDash=[4, 4]),
        alt.Chart(data("cap_label", cap.tail(1).assign(label=_("37% of the expected loss v L"))))
        .mark_text(align="right", dx=-72, dy=4, color=INK, fontSize=12)
        .encode(x=x, y=y, text="label:N"),
        alt.Chart(data("spending", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
        mark.mark_point(shape="diamond", filled=True, size=170, color=INK, opacity=1).encode(x=x, y=y),
    ]
    note = _("Diamond: rule and v chosen. L: cost of a success times the chance of an attack; v L is expected.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=560, height=300)


def _spending(strength: float) -> pd.DataFrame:
    grid = np.round(np.linspace(0.005, 0.995, 67), 3)
    found = [
        {"kind": kind, "v": float(v), "spent": 100 * float(best_protection(float(v), strength, kind)["spending"])}
        for kind in KINDS
        for v in grid
    ]
    return pd.DataFrame(found)


def _title(vulnerability: float, strength: float, kind: str, here: pd.Series) -> str:
    start = {"class I": _("Class I"), "class II": _("Class II"), "straight line": _("Straight line")}[kind]
    ends = protected_range(strength)
    values = {
        "start": start,
        "k": strength,
        "v": vulnerability,
        "share": 100 * here["of_expected"],
        "spent": 100 * here["spending"],
    }
    if here["spending"] == 0:
        sentence = _("{start}, a L = {k:g}: at v = {v:.2f} no coin of protection earns itself back")
    else:
        sentence = _("{start}, a L = {k:g}: at v = {v:.2f} spend {spent:.0f}% of L, {share:.0f}% of v L")
    if kind == "class II" and ends and here["spending"] > 0:
        sentence += _("; above {high:.2f} nothing")
        values["high"] = ends[1]
    return sentence.format(**values)


def _words(title: str, strength: float) -> str:
    shares = {kind: [100 * best_protection(v, strength, kind)["spending"] for v in (0.3, 0.6, 0.9)] for kind in KINDS}
    listed = "; ".join(
        _("{kind} {a:.0f}, {b:.0f} and {c:.0f}").format(kind=kind, a=values[0], b=values[1], c=values[2])
        for kind, values in shares.items()
    )
    return _(
        "{title}. Best spending in per cent of L at v = 0.3, 0.6 and 0.9, with a L = {k:g}: {listed}. A thin "
        "line marks 37 per cent of the expected loss."
    ).format(title=title, k=strength, listed=listed)
