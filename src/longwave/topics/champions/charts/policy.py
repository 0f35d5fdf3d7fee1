"""Chart of the panel: what a tilt towards picked firms brings, without and with a spillover, beside freeing inputs."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, RUST, data, finish
from longwave.checks import number
from longwave.i18n import _
from longwave.topics.champions.models.allocation import FIRMS, PICKED, pick_or_free

LOWEST, HIGHEST = -20, 42


def policy_chart(noise: float, tilt: float, spill: float, held_back: float) -> alt.LayerChart:
    """Draw the gain of an industry from a tilt alone, from the tilt with its spillover, and from freeing inputs.

    `tilt` and `spill` are in per cent: by how much picked firms get inputs cheaper, from 0 to 90, and by how much the
    productivity of all others changes. `noise` and `held_back` are those of `models.allocation.pick_or_free`.
    """
    found = 100 * pick_or_free(noise, _cheaper(tilt), spill / 100, held_back)
    names = [_("tilt alone"), _("tilt with spillover"), _("freeing inputs")]
    table = pd.DataFrame({"what": names, "gain": [found["tilt"], found["total"], found["free"]]})
    table["label"] = [_signed(value) for value in table["gain"]]
    table["edge"] = table["gain"].clip(lower=0)
    title = _("What a tilt, its spillover and freed inputs do to an industry")
    words = _(
        "{title}. Three bars, per cent of the industry's productivity: tilt alone {tilt}, with a spillover of {spill} "
        "on the others {total}, freeing {free}."
    ).format(title=title, spill=_signed(spill), **{name: _signed(found[name]) for name in ("tilt", "total", "free")})
    x = alt.X(
        "gain:Q", title=_("Gain of the industry (per cent)"), scale=alt.Scale(domain=[LOWEST, HIGHEST], nice=False)
    )
    y = alt.Y("what:N", title=None, sort=names, axis=alt.Axis(labelLimit=200, labelFontSize=13))
    color = alt.Color("what:N", legend=None, scale=alt.Scale(domain=names, range=[RUST, BLUE, GREEN]))
    base = alt.Chart(data("gains", table)).encode(y=y)
    bars = base.mark_bar(height=26, stroke=INK, strokeWidth=0.5).encode(x=x, color=color)
    text = base.mark_text(align="left", dx=6, fontSize=14).encode(x=alt.X("edge:Q", title=_axis()), text="label:N")
    zero = alt.Chart(data("zero", pd.DataFrame({"gain": [0.0]}))).mark_rule(color=MUTED).encode(x=x)
    note = _("Synthetic: {picked} of {firms:,} firms are picked, 40 worlds, one seed.").format(
        picked=PICKED, firms=FIRMS
    )
    return finish(alt.layer(bars, zero, text), title, words, subtitle=note, width=440, height=150)


def _axis() -> str:
    return _("Gain of the industry (per cent)")


def _cheaper(tilt: float) -> float:
    """Return the fall of the wedge in logs for inputs that are cheaper by `tilt` per cent."""
    return -math.log1p(-number("tilt", tilt, minimum=0, maximum=90) / 100)


def _signed(value: float) -> str:
    """Return a number with its sign and one decimal; zero has no sign.

    >>> _signed(-1.94), _signed(0.01)
    ('−1.9', '0.0')
    """
    text = f"{value:+.1f}".replace("-", "−")
    return "0.0" if text[1:] == "0.0" else text
