"""Chart of the panel: which of 100 invented firms adopt, wait or take the money, and what a further adopter costs."""

import math
from typing import TypedDict

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.waiting.models.cloud import adopters, own_trigger, rent_trigger
from longwave.topics.waiting.models.inspection import diverters

MEDIAN, SPREAD, FIRMS = 1.5, 0.5, 100
FINE, MOST_LOST = 0.5, 4.0
WIDEST, TALLEST = 5.0, 0.62
OWN, RENT, RENT_SETUP = 0, 1, 2
RENT_MULTIPLE, SETUP = 1.5, 0.25


class Outcome(TypedDict):
    """What becomes of the 100 firms; what the state pays, to whom, and gets in fines, in prices of a machine."""

    trigger: float
    adopt: float
    wait: float
    unfit: float
    divert: float
    paid: float
    extra: float
    anyway: float
    further: float
    diverted: float
    visits: float
    fines: float


def outcome(sigma: float, form: int, subsidy: float, monitoring: float) -> Outcome:
    """Compute how many of 100 invented firms adopt, wait or divert, and what the state pays for it.

    Benefits are lognormal, median 1.5 times the user cost of the machine, standard deviation of the logarithm 0.5.
    The subsidy is a share of the machine's price, or of the rent and its set-up. A firm that does not adopt claims the
    subsidy too if diverting pays: fine of half the subsidy, lost profit evenly from 0 to 4 subsidies. What is caught is
    paid back. Who neither adopts nor diverts waits, or is unfit: the benefit is below the user cost of a machine. A
    rent is counted as if it were paid for ever. `extra` is how many more adopt than without the subsidy; anyway,
    further and diverted are the parts of what is paid. Every visit finds out, so the share m of all claims is visited;
    what visits cost is not in `paid`, nor are the fines.

    Our own construction.

    >>> {name: round(value, 1) for name, value in list(outcome(0.2, OWN, 0.0, 0.0).items())[:5]}
    {'trigger': 2.0, 'adopt': 28.3, 'wait': 50.9, 'unfit': 20.9, 'divert': 0.0}
    """
    trigger, before = (_trigger(sigma, form, share) for share in (subsidy, 0.0))
    adopt, plain, fit = (FIRMS * adopters(point, MEDIAN, SPREAD) for point in (trigger, before, 1.0))
    cheats = diverters(monitoring, FINE, MOST_LOST) if subsidy > 0 else 0.0
    divert = (FIRMS - adopt) * cheats
    each = subsidy * {OWN: 1.0, RENT: RENT_MULTIPLE, RENT_SETUP: RENT_MULTIPLE + SETUP}[form]
    parts = {"anyway": each * plain, "further": each * (adopt - plain), "diverted": each * divert * (1 - monitoring)}
    return Outcome(
        trigger=trigger,
        adopt=adopt,
        wait=max(0.0, fit - adopt) * (1 - cheats),
        unfit=(FIRMS - max(fit, adopt)) * (1 - cheats),
        divert=divert,
        paid=sum(parts.values()),
        extra=adopt - plain,
        anyway=parts["anyway"],
        further=parts["further"],
        diverted=parts["diverted"],
        visits=monitoring * (adopt + divert) if subsidy > 0 else 0.0,
        fines=FINE * each * divert * monitoring,
    )


def _trigger(sigma: float, form: int, subsidy: float) -> float:
    if form == OWN:
        return own_trigger(sigma, subsidy)
    return rent_trigger(sigma, (1 - subsidy) * RENT_MULTIPLE, (1 - subsidy) * SETUP if form == RENT_SETUP else 0.0)


def firms_chart(sigma: float, form: int, subsidy: float, monitoring: float) -> alt.HConcatChart:
    """Draw the benefits of 100 invented firms with the trigger, and beside it how many adopt, wait and divert."""
    found = outcome(sigma, form, subsidy, monitoring)
    title = _finding(found, subsidy)
    words = _(
        "{title}. Left: benefits of 100 firms, lognormal with median {median}; they adopt from {trigger:.2f} times the "
        "user cost on. Right: adopt {adopt:.0f}, wait {wait:.0f}, too small a benefit {unfit:.0f}, take the money "
        "elsewhere {divert:.0f}. Paid, in machines: to firms that adopt anyway {anyway:.1f}, to further ones "
        "{further:.1f}, diverted {diverted:.1f}."
    ).format(title=title, median=MEDIAN, **found)
    left, right = _density(found["trigger"]), alt.vconcat(_firms(found), _money(found), spacing=16)
    right = right.resolve_scale(color="independent")
    left.width, left.height = 330, 270
    note = _("Invented firms. Dashed: the user cost, from which a machine pays. Shaded: firms that adopt.")
    joined = alt.hconcat(left, right, spacing=28).resolve_scale(color="independent")
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _finding(found: Outcome, subsidy: float) -> str:
    if subsidy == 0:
        return _("{adopt:.0f} of 100 firms adopt, {wait:.0f} wait, for {unfit:.0f} it does not pay").format(**found)
    if found["extra"] < 0.5:
        return _("{adopt:.0f} adopt, as without the subsidy; {divert:.0f} divert it").format(**found)
    each = found["paid"] / found["extra"]
    return _("{adopt:.0f} adopt, {divert:.0f} divert; a further adopter costs {each:.2f} machines").format(
        each=each, **found
    )


def _density(trigger: float) -> alt.LayerChart:
    benefit = np.linspace(0.05, WIDEST, 67)
    logs = (np.log(benefit) - math.log(MEDIAN)) / SPREAD
    height = np.exp(-(logs**2) / 2) / (benefit * SPREAD * math.sqrt(2 * math.pi))
    rows = pd.DataFrame({"benefit": benefit, "height": height})
    x = alt.X("benefit:Q", title=_("Yearly benefit (user cost of a machine = 1)"))
    x = x.scale(domain=[0, WIDEST], nice=False)
    y = alt.Y("height:Q", title=_("Firms"), axis=alt.Axis(labels=False, ticks=False, grid=False))
    y = y.scale(domain=[0, TALLEST], nice=False)
    shaded = rows.assign(height=np.where(benefit >= trigger, height, 0.0))
    top = min(trigger, WIDEST)
    mark = pd.DataFrame({"benefit": [top], "height": [TALLEST * 0.94], "label": [f"{trigger:.2f}"]})
    pays = alt.Chart(data("pays", pd.DataFrame({"benefit": [1.0]}))).mark_rule(color=INK, strokeDash=[4, 3])
    at = alt.Chart(data("trigger", mark)).encode(x=x)
    return alt.layer(
        alt.Chart(data("adopting", shaded)).mark_area(color=PALE[BLUE], interpolate="step").encode(x=x, y=y),
        alt.Chart(data("benefits", rows)).mark_line(color=GREY, strokeWidth=2).encode(x=x, y=y),
        pays.encode(x=x),
        at.mark_rule(color=BLUE, strokeWidth=2.5),
        at.mark_text(align="left", dx=6, color=BLUE, fontSize=14, fontWeight=600).encode(y=y, text="label:N"),
    )


def _firms(found: Outcome) -> alt.LayerChart:
    values = {
        _("adopt"): found["adopt"],
        _("wait"): found["wait"],
        _("does not pay"): found["unfit"],
        _("divert"): found["divert"],
    }
    rows = pd.DataFrame({"what": list(values), "size": list(values.values())})
    rows = rows.assign(label=[f"{value:.0f}" for value in values.values()])
    return _bars("firms", rows, _("Firms of 100"), 100, [BLUE, GREEN, GREY, RUST], 108)


def _money(found: Outcome) -> alt.LayerChart:
    values = {
        _("adopt anyway"): found["anyway"],
        _("adopt for it"): found["further"],
        _("divert"): found["diverted"],
    }
    rows = pd.DataFrame({"what": list(values), "size": list(values.values())})
    rows = rows.assign(label=[f"{value:.1f}" for value in values.values()])
    return _bars("money", rows, _("Paid to them (prices of a machine)"), 60, [GREY, BLUE, RUST], 81)


def _bars(name: str, rows: pd.DataFrame, title: str, most: int, colors: list[str], height: int) -> alt.LayerChart:
    order = rows["what"].tolist()
    x = alt.X("size:Q", title=title, scale=alt.Scale(domain=[0, 1.2 * most], nice=False))
    x = x.axis(values=[0, most // 4, most // 2, 3 * most // 4, most])
    y = alt.Y("what:N", title=None, sort=order, axis=alt.Axis(labelFontSize=13))
    color = alt.Color("what:N", legend=None, scale=alt.Scale(domain=order, range=colors))
    base = alt.Chart(data(name, rows)).encode(x=x, y=y)
    text = base.mark_text(align="left", dx=6, fontSize=14).encode(text="label:N")
    return alt.layer(base.mark_bar().encode(color=color), text, width=200, height=height)
