"""The hump of a good that needs company, with its price, and the crowd round by round."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.communities.models.critical_mass import HIGHEST_PRICE, crowd_path, rohlfs_equilibria, willingness

ROUNDS = 12
SEED_HEIGHT = 0.012  # where the seed is marked, in the money of the other axis


def tipping_chart(seed: float, price: float) -> alt.HConcatChart:
    """Draw what the last user would pay against the share of users, with the price; and the crowd, round by round."""
    path = crowd_path(seed, price, ROUNDS)
    title = _tipping_title(seed, price)
    words = _(
        "{title}. Left, a hump from 0 over 0.25 at one half back to 0, and the price of {price:.2f} as a level line; "
        "marks where they meet. Right, the share of users over {rounds} rounds: {start:.0%}, {early:.0%} after 2, "
        "{late:.0%} at the end."
    ).format(title=title, price=price, rounds=ROUNDS, start=path[0], early=path[2], late=path[-1])
    hump, course = _hump_view(seed, price), _course_view(path)
    hump.width, hump.height, course.width, course.height = 300, 240, 240, 240
    note = _("Our numbers. Open circle: critical mass. Diamond: where a crowd holds. Square below: your seed.")
    joined = alt.hconcat(hump, course, spacing=24)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _tipping_title(seed: float, price: float) -> str:
    """Return what is set, and not where it ends: that is for the reader to say."""
    if price > HIGHEST_PRICE:
        return _("At a price of {price:.2f} no crowd holds").format(price=price)
    mass = rohlfs_equilibria(price)["critical_mass"]
    if abs(seed - mass) < 1e-9:
        return _("A seed of {seed:.0%} is on the edge").format(seed=seed)
    return _("A seed of {seed:.0%}, and a critical mass of {mass:.0%}").format(seed=seed, mass=mass)


def _hump_view(seed: float, price: float) -> alt.LayerChart:
    shares = np.linspace(0, 1, 51)
    x = alt.X("share:Q", title=_("Share of users"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    y = alt.Y("money:Q", title=_("What the last user would pay"), scale=alt.Scale(domain=[0, 0.32], nice=False))
    curve = pd.DataFrame({"share": shares, "money": [willingness(share) for share in shares]})
    level = pd.DataFrame({"share": [0.0, 1.0], "money": [price, price]})
    # Near the axis, because on the hump it would lie on the circle of the critical mass.
    marks = [{"share": seed, "money": SEED_HEIGHT, "what": _("your seed")}]
    if price <= HIGHEST_PRICE:
        mass, stable = rohlfs_equilibria(price)
        marks += [
            {"share": mass, "money": price, "what": _("critical mass")},
            {"share": stable, "money": price, "what": _("crowd holds")},
        ]
    names = [_("your seed"), _("critical mass"), _("crowd holds")]
    points = alt.Chart(data("marks", pd.DataFrame(marks)))
    return alt.layer(
        alt.Chart(data("hump", curve)).mark_line(color=BLUE, strokeWidth=2.5).encode(x=x, y=y),
        alt.Chart(data("price", level)).mark_line(color=RUST, strokeDash=[6, 4], strokeWidth=2).encode(x=x, y=y),
        points.mark_point(size=130, strokeWidth=2.5, opacity=1).encode(
            x=x,
            y=y,
            shape=alt.Shape(
                "what:N", legend=None, scale=alt.Scale(domain=names, range=["square", "circle", "diamond"])
            ),
            color=alt.Color("what:N", legend=None, scale=alt.Scale(domain=names, range=[INK, RUST, GREEN])),
        ),
    )


def _course_view(path: npt.NDArray[np.float64]) -> alt.Chart:
    rows = pd.DataFrame({"round": range(len(path)), "share": path})
    return (
        alt.Chart(data("path", rows))
        .mark_line(color=BLUE, strokeWidth=2, point=alt.OverlayMarkDef(size=30, color=BLUE))
        .encode(
            x=alt.X("round:Q", title=_("Round"), scale=alt.Scale(domain=[0, ROUNDS], nice=False)),
            y=alt.Y("share:Q", title=_("Share of users"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%")),
        )
    )
