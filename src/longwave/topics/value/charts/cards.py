"""The chart of the card game: what every stable split leaves the owner, by the black cards that she keeps."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.value.charts.lines import Look, legend_points

HEADROOM = 200  # money above the highest point, so that its mark is whole
CARDS_FOR_LABELS = 1.7  # room at the right of the last pack for the label of a guess
DASH = "M-1,-0.12H1V0.12H-1Z"  # a short bar: a dot on it is still a dot


def card_game_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw the whole pie, the average by arrival and what the owner gets in every stable split, by black cards kept.

    `frame` has one row a number of cards, the most last: black_cards, value_created, owner_minimum, average (money).
    The points are told apart by their shape as well as by colour, and no line joins them, since half a card does not
    exist. A bar shows all that stable splits leave the owner where they differ.
    """
    best, last = frame.iloc[int(frame["owner_minimum"].argmax())], frame.iloc[-1]
    title = _(
        "With {cards:g} cards every stable split leaves you {sure:,.0f}; with {most:g}, {end:,.0f} to {all:,.0f}"
    ).format(
        cards=best["black_cards"],
        most=last["black_cards"],
        sure=best["owner_minimum"],
        end=last["owner_minimum"],
        all=last["value_created"],
    )
    fewest, most = int(frame["black_cards"].min()), int(last["black_cards"])
    axes: Axes = {
        "x": alt.X(
            "black_cards:Q",
            title=_("Black cards kept"),
            axis=alt.Axis(format="d", values=list(range(fewest, most + 1))),
            scale=alt.Scale(domain=[fewest - 0.3, most + CARDS_FOR_LABELS], nice=False),
        ),
        "y": alt.Y(
            "money:Q",
            title=_("Money"),
            scale=alt.Scale(domain=[0, float(frame["value_created"].max()) + HEADROOM], nice=False),
        ),
    }
    tooltip = [
        alt.Tooltip("line:N", title=_("What")),
        alt.Tooltip("black_cards:Q", title=_("Black cards")),
        alt.Tooltip("money:Q", title=_("Money")),
    ]
    points = legend_points("cards", _long(frame), _looks(), axes, tooltip)
    subtitle = _("Bar: all that stable splits can leave you with as many cards as strangers.")
    return finish(
        alt.layer(_open_splits(frame, axes), points), title, _words(frame, title), subtitle=subtitle, height=260
    )


def _words(frame: pd.DataFrame, title: str) -> str:
    """Return the alt text."""
    last = frame.iloc[-1]
    return _(
        "{title}. Points, by the black cards kept from {fewest:g} to {most:g}: the pie grows from {small:,.0f} to "
        "{large:,.0f}, and the average by arrival from {low:,.0f} to {high:,.0f}; the least in stable splits is "
        "{peak:,.0f} at most, and a bar at the end runs from {end:,.0f} to {large:,.0f}."
    ).format(
        title=title,
        fewest=frame["black_cards"].min(),
        most=last["black_cards"],
        small=frame["value_created"].min(),
        large=last["value_created"],
        low=frame["average"].min(),
        high=last["average"],
        peak=frame["owner_minimum"].max(),
        end=last["owner_minimum"],
    )


def _looks() -> dict[str, Look]:
    return {
        _("the whole pie"): Look(GREY, [5, 4], DASH, 900),
        _("average by arrival"): Look(RUST, [2, 3], "triangle-up", 80),
        _("yours in every stable split"): Look(BLUE, [1, 0], "circle", 80),
    }


def _open_splits(frame: pd.DataFrame, axes: Axes) -> alt.Chart:
    """Return a bar from the least to the most that stable splits leave the owner, where the two differ."""
    rows = frame[frame["owner_minimum"] < frame["value_created"]]
    ends = rows[["black_cards"]].assign(money=rows["owner_minimum"], most=rows["value_created"])
    bar = alt.Chart(data("open", ends)).mark_rule(color=BLUE, strokeWidth=9, opacity=0.3)
    drawn: alt.Chart = bar.encode(**axes, y2=alt.Y2("most:Q"))
    return drawn


def _long(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a kind of point and number of cards."""
    amounts = (frame["value_created"], frame["average"], frame["owner_minimum"])
    rows = [
        pd.DataFrame({"black_cards": frame["black_cards"], "money": money, "line": line})
        for line, money in zip(_looks(), amounts, strict=True)
    ]
    return pd.concat(rows)
