"""The hump of a good that needs company, with its price, and the crowd round by round."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.communities.models.critical_mass import HIGHEST_PRICE, crowd_path, rohlfs_equilibria, willingness

ROUNDS = 12
NEAR = 1e-9


def tipping_chart(seed: float, price: float) -> alt.HConcatChart:
    """Draw what the last user would pay against the share of users, with the price; and the crowd, round by round."""
    path = crowd_path(seed, price, ROUNDS)
    title = _tipping_title(seed, price)
    words = _(
        "{title}. Left, a hump from 0 over 0.25 at one half back to 0, and the price of {price:.2f} as a level line; "
        "marks where they meet, and a square on the hump at the seed. Right, the share of users over {rounds} rounds: "
        "{start:.0%}, {early:.0%} after 2, {late:.0%} at the end."
    ).format(title=title, price=price, rounds=ROUNDS, start=path[0], early=path[2], late=path[-1])
    hump, course = _hump_view(seed, price), _course_view(path, price)
    hump.width, hump.height, course.width, course.height = 300, 240, 240, 240
    note = _("Our numbers. Circle: critical mass. Diamond: where a crowd holds. Square: the last one of your seed.")
    joined = alt.hconcat(hump, course, spacing=24)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _tipping_title(seed: float, price: float) -> str:
    """Return what the last one of the seed would pay, against the price, and where that leads."""
    if price > HIGHEST_PRICE:
        return _("At a price of {price:.2f} no crowd holds").format(price=price)
    if seed < NEAR:
        return _("Without a seed nobody begins")
    mass, stable = rohlfs_equilibria(price)
    if min(abs(seed - mass), abs(seed - stable)) < NEAR:
        return _("The last of {seed:.0%} would pay just the price of {price:.2f}: the crowd stands still").format(
            seed=seed, price=price
        )
    pays = willingness(seed)
    if mass < seed < stable:
        message = _("The last of {seed:.0%} would pay {pays:.3f}, more than {price:.2f}: the crowd grows")
    elif seed > stable:
        message = _("The last of {seed:.0%} would pay {pays:.3f}, less than {price:.2f}: the crowd shrinks a little")
    else:
        message = _("The last of {seed:.0%} would pay {pays:.3f}, less than {price:.2f}: the crowd melts")
    return message.format(seed=seed, pays=pays, price=price)


def _hump_view(seed: float, price: float) -> alt.LayerChart:
    shares = np.linspace(0, 1, 51)
    x = alt.X("share:Q", title=_("Share of users"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    y = alt.Y("money:Q", title=_("What the last user would pay"), scale=alt.Scale(domain=[0, 0.32], nice=False))
    curve = pd.DataFrame({"share": shares, "money": [willingness(share) for share in shares]})
    level = pd.DataFrame({"share": [0.0, 1.0], "money": [price, price]})
    marks = [{"share": seed, "money": willingness(seed), "what": _("your seed"), "size": 55}]
    if price <= HIGHEST_PRICE:
        mass, stable = rohlfs_equilibria(price)
        marks += [
            {"share": mass, "money": price, "what": _("critical mass"), "size": 260},
            {"share": stable, "money": price, "what": _("crowd holds"), "size": 130},
        ]
    names = [_("your seed"), _("critical mass"), _("crowd holds")]
    points = alt.Chart(data("marks", pd.DataFrame(marks)))
    return alt.layer(
        alt.Chart(data("hump", curve)).mark_line(color=BLUE, strokeWidth=2.5).encode(x=x, y=y),
        alt.Chart(data("price", level)).mark_line(color=RUST, strokeDash=[6, 4], strokeWidth=2).encode(x=x, y=y),
        alt.Chart(data("price-name", _price_name(price)))
        .mark_text(color=RUST, fontWeight=600)
        .encode(x=x, y=y, text=alt.Text("label:N")),
        points.mark_point(strokeWidth=2.5, opacity=1).encode(
            x=x,
            y=y,
            size=alt.Size("size:Q", scale=None),
            shape=alt.Shape(
                "what:N", legend=None, scale=alt.Scale(domain=names, range=["square", "circle", "diamond"])
            ),
            color=alt.Color("what:N", legend=None, scale=alt.Scale(domain=names, range=[INK, RUST, GREEN])),
        ),
    )


def _price_name(price: float) -> pd.DataFrame:
    """Return the name of the price line, under it and inside the hump; above it where it is at the axis."""
    place = price - 0.014 if price > 0.05 else price + 0.014
    return pd.DataFrame({"share": [0.5], "money": [place], "label": [_("price {price:.2f}").format(price=price)]})


def _course_view(path: npt.NDArray[np.float64], price: float) -> alt.LayerChart:
    rows = pd.DataFrame({"round": range(len(path)), "share": path})
    x = alt.X("round:Q", title=_("Round"), scale=alt.Scale(domain=[0, ROUNDS], nice=False))
    y = alt.Y("share:Q", title=_("Share of users"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    course = (
        alt.Chart(data("path", rows))
        .mark_line(color=BLUE, strokeWidth=2, point=alt.OverlayMarkDef(size=30, color=BLUE))
        .encode(x=x, y=y)
    )
    # No crowd holds above the highest price, and the line has no rows then: the drawing stays the same.
    masses = [rohlfs_equilibria(price)["critical_mass"]] * 2 if price <= HIGHEST_PRICE else []
    names = ["", _("critical mass")]
    line = pd.DataFrame(
        [
            {"round": at, "share": mass, "label": name}
            for at, mass, name in zip((0, ROUNDS), masses, names, strict=False)
        ],
        columns=["round", "share", "label"],
    )
    marks = alt.Chart(data("mass", line))
    return alt.layer(
        marks.mark_line(color=GREY, strokeDash=[3, 3]).encode(x=x, y=y),
        marks.mark_text(align="right", dx=-2, dy=-8, color=INK).encode(x=x, y=y, text=alt.Text("label:N")),
        course,
    )
