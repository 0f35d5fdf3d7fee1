"""Charts of crowds: the hump of a good that needs company, cascades of thresholds, and a forum with its seeds."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.links import Links
from longwave.topics.communities.models.critical_mass import HIGHEST_PRICE, crowd_path, rohlfs_equilibria, willingness
from longwave.topics.communities.models.forum import friends_of

ROUNDS = 20
SIZE_BINS = ((0, 0), (1, 1), (2, 9), (10, 49), (50, 89), (90, 100))


def tipping_chart(seed: float, price: float) -> alt.HConcatChart:
    """Draw what the last user would pay against the share of users, with the price; and the crowd, round by round."""
    path = crowd_path(seed, price, ROUNDS)
    title = _tipping_title(seed, price, path[-1])
    words = _(
        "{title}. Left, a hump from 0 over 0.25 at one half back to 0, and the price of {price:.2f} as a level line; "
        "marks where they meet. Right, the share of users over {rounds} rounds: {start:.0%}, {early:.0%} after 5, "
        "{late:.0%} at the end."
    ).format(title=title, price=price, rounds=ROUNDS, start=path[0], early=path[5], late=path[-1])
    hump, course = _hump_view(seed, price), _course_view(path)
    hump.width, hump.height, course.width, course.height = 300, 240, 240, 240
    note = _("Our numbers. Open circle: critical mass. Diamond: where a crowd holds. Square: your seed.")
    joined = alt.hconcat(hump, course, spacing=24)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _tipping_title(seed: float, price: float, end: float) -> str:
    if price > HIGHEST_PRICE:
        return _("At a price of {price:.2f} no crowd holds").format(price=price)
    mass = rohlfs_equilibria(price)["critical_mass"]
    if abs(seed - mass) < 1e-9:
        return _("A seed of {seed:.0%} is on the edge").format(seed=seed)
    if seed < mass:
        return _("A seed of {seed:.0%} melts away: {mass:.0%} were needed").format(seed=seed, mass=mass)
    return _("A seed of {seed:.0%} passes {mass:.0%} and becomes {end:.0%}").format(seed=seed, mass=mass, end=end)


def _hump_view(seed: float, price: float) -> alt.LayerChart:
    shares = np.linspace(0, 1, 51)
    x = alt.X("share:Q", title=_("Share of users"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    y = alt.Y("money:Q", title=_("What the last user would pay"), scale=alt.Scale(domain=[0, 0.32], nice=False))
    curve = pd.DataFrame({"share": shares, "money": [willingness(share) for share in shares]})
    level = pd.DataFrame({"share": [0.0, 1.0], "money": [price, price]})
    marks = [{"share": seed, "money": willingness(seed), "what": _("your seed")}]
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


def sizes_chart(sizes: npt.NDArray[np.int64], people: int) -> alt.LayerChart:
    """Draw how many of many crowds of 100 end at each size; `sizes` has how many join in each."""
    counts = [int(((sizes >= low) & (sizes <= high)).sum()) for low, high in SIZE_BINS]
    labels = [str(low) if low == high else _("{low} to {high}").format(low=low, high=high) for low, high in SIZE_BINS]
    title = _("The median crowd stops at {median:g} of {people}; {share:.0%} reach {large}").format(
        median=np.median(sizes), people=people, share=(sizes >= SIZE_BINS[-1][0]).mean(), large=SIZE_BINS[-1][0]
    )
    words = _("{title}. Bars, in how many of {many:,} crowds so many join: {list}.").format(
        title=title,
        many=len(sizes),
        list="; ".join(f"{label}: {count:,}" for label, count in zip(labels, counts, strict=True)),
    )
    rows = pd.DataFrame({"joined": labels, "crowds": counts, "label": [f"{count:,}" for count in counts]})
    base = alt.Chart(data("sizes", rows)).encode(
        x=alt.X("joined:N", title=_("How many join, of 100"), sort=labels, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("crowds:Q", title=_("Crowds")),
    )
    bars, numbers = base.mark_bar(color=BLUE), base.mark_text(dy=-8).encode(text=alt.Text("label:N"))
    return finish(alt.layer(bars, numbers), title, words, subtitle=_("Thresholds drawn at random."), height=240)


def forum_chart(graph: Links, waits: Mapping[Any, float], seeds: Iterable[Any], joined: set[Any]) -> alt.LayerChart:
    """Draw a forum: users as circles with their numbers, friends joined by lines, the seeds, and who joins in the end.

    `graph` is a networkx graph, or pairs of friends; `waits` says how many friends each user waits for.
    """
    chosen, friends = set(seeds), friends_of(graph, waits)
    title = _("Seeds {seeds}: {count} of {all} join").format(
        seeds=", ".join(map(str, sorted(chosen))), count=len(joined), all=len(friends)
    )
    words = _(
        "{title}. A network of {all} users and {links} friendships. Each circle has the user's number and, below it, "
        "for how many friends she waits. Left out: {left}."
    ).format(
        title=title,
        all=len(friends),
        links=len(_pairs(friends)),
        left=", ".join(str(user) for user in sorted(friends) if user not in joined) or _("nobody"),
    )
    users, links = _forum_frames(friends, waits, chosen, joined)
    x, y = (alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.12, 1.12])), alt.Y("y:Q", axis=None))
    names = [_("seed"), _("joins"), _("stays out")]
    kind = alt.Scale(domain=names, range=[RUST, PALE[BLUE], "#FFFFFF"])
    shape = alt.Scale(domain=names, range=["square", "circle", "circle"])
    edge = alt.Scale(domain=names, range=[RUST, BLUE, GREY])
    legend = alt.Legend(orient="top", title=None, symbolSize=160)
    base = alt.Chart(data("users", users))
    return finish(
        alt.layer(
            alt.Chart(data("links", links))
            .mark_rule(color=GREY, opacity=0.5)
            .encode(x=x, y=y, x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q")),
            base.mark_point(size=620, opacity=1, strokeWidth=2).encode(
                x=x,
                y=y,
                fill=alt.Fill("state:N", legend=legend, scale=kind),
                stroke=alt.Stroke("state:N", legend=legend, scale=edge),
                shape=alt.Shape("state:N", legend=legend, scale=shape),
            ),
            base.mark_text(fontSize=12, fontWeight=600, dy=-2).encode(x=x, y=y, text=alt.Text("name:N"), color=_ink()),
            base.mark_text(fontSize=9, dy=9).encode(x=x, y=y, text=alt.Text("waits:N"), color=_ink()),
        ),
        title,
        words,
        subtitle=_("Invented forum. In each circle: the user, and below, how many friends she waits for."),
        width=560,
        height=430,
    )


def _ink() -> alt.Color:
    """Return the colour of the words in a circle: white on a seed."""
    return alt.Color("ink:N", scale=None)


def _pairs(friends: Mapping[Any, set[Any]]) -> tuple[tuple[Any, Any], ...]:
    """Return each friendship once, in order."""
    return tuple(sorted({tuple(sorted((user, friend))) for user in friends for friend in friends[user]}))


def _forum_frames(
    friends: Mapping[Any, set[Any]], waits: Mapping[Any, float], seeds: set[Any], joined: set[Any]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    pairs = _pairs(friends)
    places = _places(tuple(sorted(friends)), pairs)
    state = {user: _("seed") if user in seeds else _("joins") if user in joined else _("stays out") for user in friends}
    users = [
        {
            "name": str(user),
            "x": places[user][0],
            "y": places[user][1],
            "state": state[user],
            "waits": str(waits[user]),
            "ink": "#FFFFFF" if user in seeds else INK,
        }
        for user in sorted(friends)
    ]
    links = [
        {"x": places[one][0], "y": places[one][1], "x2": places[other][0], "y2": places[other][1]}
        for one, other in pairs
    ]
    return pd.DataFrame(users), pd.DataFrame(links)


@cache
def _places(users: tuple[int, ...], links: tuple[tuple[int, int], ...]) -> dict[int, tuple[float, float]]:
    """Return where each user is drawn, computed once: the same on every machine after rounding."""
    import networkx

    graph: networkx.Graph[Any] = networkx.Graph(links)
    graph.add_nodes_from(users)
    # Kamada and Kawai's layout starts from a circle, so it needs no seed.
    found = networkx.kamada_kawai_layout(graph)
    return {user: (round(float(x), 2), round(float(y), 2)) for user, (x, y) in found.items()}
