"""A forum with its seeds: who joins, and who stays out."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.links import Links
from longwave.topics.communities.models.forum import PLACES, forum, friends_of

WIDTH, HEIGHT, SPAN = 620, 430, 1.0  # the frame in pixels; both axes run from −SPAN to SPAN
NODE_SIZE = 900  # area of a circle in square pixels


def forum_chart(graph: Links, waits: Mapping[Any, float], seeds: Iterable[Any], joined: set[Any]) -> alt.LayerChart:
    """Draw a forum: users as circles with their numbers, friends joined by lines, the seeds, and who joins in the end.

    `graph` is a networkx graph, or pairs of friends; `waits` says how many friends each user waits for.
    """
    chosen, friends = set(seeds), friends_of(graph, waits)
    most = max(map(len, friends.values()))
    title = _("Seeds {seeds} win {won} more: {count} of {all} join").format(
        seeds=", ".join(map(str, sorted(chosen))), won=len(joined - chosen), count=len(joined), all=len(friends)
    )
    words = _(
        "{title}. A network of {all} users and {links} friendships. Each circle has the user's number and, below it, "
        "for how many friends she waits. Most friends, {most} each: {popular}. Left out: {left}."
    ).format(
        title=title,
        all=len(friends),
        links=len(_pairs(friends)),
        most=most,
        popular=", ".join(str(user) for user in sorted(friends) if len(friends[user]) == most),
        left=", ".join(str(user) for user in sorted(friends) if user not in joined) or _("nobody"),
    )
    users, links = _forum_frames(friends, waits, chosen, joined)
    scale = alt.Scale(domain=[-SPAN, SPAN], nice=False)
    x, y = (alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale))
    names = [_("seed"), _("won by the seeds"), _("stays out")]
    kind = alt.Scale(domain=names, range=[RUST, PALE[BLUE], "#FFFFFF"])
    shape = alt.Scale(domain=names, range=["square", "circle", "circle"])
    rim = alt.Scale(domain=names, range=[INK, BLUE, GREY])
    legend = alt.Legend(orient="top", title=None, symbolSize=160)
    base = alt.Chart(data("users", users))
    return finish(
        alt.layer(
            alt.Chart(data("links", links))
            .mark_rule(color=GREY, opacity=0.5)
            .encode(x=x, y=y, x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q")),
            base.mark_point(size=NODE_SIZE, opacity=1).encode(
                x=x,
                y=y,
                fill=alt.Fill("state:N", legend=legend, scale=kind),
                stroke=alt.Stroke("state:N", legend=legend, scale=rim),
                shape=alt.Shape("state:N", legend=legend, scale=shape),
                strokeWidth=alt.StrokeWidth("rim:Q", scale=None),
            ),
            base.mark_text(fontSize=14, fontWeight=600, dy=-4).encode(x=x, y=y, text=alt.Text("name:N"), color=_ink()),
            base.mark_text(fontSize=11, dy=9).encode(x=x, y=y, text=alt.Text("waits:N"), color=_ink()),
        ),
        title,
        words,
        subtitle=_(
            "Invented forum. In each circle: the user, and below, for how many friends she waits. "
            "Thick rim: {most} friends, the most."
        ).format(most=most),
        width=WIDTH,
        height=HEIGHT,
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
    most = max(map(len, friends.values()))
    state = {
        user: _("seed") if user in seeds else _("won by the seeds") if user in joined else _("stays out")
        for user in friends
    }
    users = [
        {
            "name": str(user),
            "x": places[user][0],
            "y": places[user][1],
            "state": state[user],
            "waits": str(waits[user]),
            "rim": 4.5 if len(friends[user]) == most else 1.5,
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
def _places(users: tuple[Any, ...], links: tuple[tuple[Any, Any], ...]) -> Mapping[Any, tuple[float, float]]:
    """Return where each user is drawn, computed once: the same on every machine after rounding."""
    import networkx

    if links == _pairs(friends_of(*forum())):
        return PLACES
    graph: networkx.Graph[Any] = networkx.Graph(links)
    graph.add_nodes_from(users)
    # Kamada and Kawai's layout starts from a circle, so it needs no seed.
    found = networkx.kamada_kawai_layout(graph)
    return {user: (round(0.9 * float(x), 2), round(0.9 * float(y), 2)) for user, (x, y) in found.items()}
