"""The chart of the card game: what the owner is sure of, by the number of black cards that she keeps."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, RUST, Axes, finish
from longwave.i18n import _
from longwave.topics.value.charts.lines import Look, legend_lines


def card_game_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw the whole pie, half of it, and what the owner gets in every stable split, by the black cards kept.

    `frame` has one row a number of cards, the most last: black_cards, value_created, owner_minimum (money). The three
    lines are told apart by dash and mark as well as by colour.
    """
    best, last = frame.iloc[int(frame["owner_minimum"].argmax())], frame.iloc[-1]
    title = _("Keep {cards:g} of {most:g} cards, and you are sure of {sure:,.0f} instead of {end:,.0f}").format(
        cards=best["black_cards"], most=last["black_cards"], sure=best["owner_minimum"], end=last["owner_minimum"]
    )
    words = _(
        "{title}. As the black cards kept go from {fewest:g} to {most:g}, the pie grows from {small:,.0f} to "
        "{large:,.0f}, and half of each pair to {half:,.0f}; the owner is sure of {peak:,.0f} at most and "
        "of {end:,.0f} at the end."
    ).format(
        title=title,
        fewest=frame["black_cards"].min(),
        most=last["black_cards"],
        small=frame["value_created"].min(),
        large=last["value_created"],
        half=last["value_created"] / 2,
        peak=best["owner_minimum"],
        end=last["owner_minimum"],
    )
    axes: Axes = {
        "x": alt.X(
            "black_cards:Q",
            title=_("Black cards kept"),
            axis=alt.Axis(format="d", tickMinStep=1),
            scale=alt.Scale(
                domain=[float(frame["black_cards"].min()) - 0.3, float(last["black_cards"]) + 0.3], nice=False
            ),
        ),
        "y": alt.Y("money:Q", title=_("Money")),
    }
    tooltip = [
        alt.Tooltip("line:N", title=_("What")),
        alt.Tooltip("black_cards:Q", title=_("Black cards")),
        alt.Tooltip("money:Q", title=_("Money")),
    ]
    return finish(legend_lines("cards", _long(frame), _looks(), axes, tooltip), title, words, height=240)


def _looks() -> dict[str, Look]:
    return {
        _("the whole pie"): Look(GREY, [5, 4], "square", 170),
        _("half of each pair"): Look(RUST, [2, 3], "triangle-up", 80),
        _("sure for the owner, in every stable split"): Look(BLUE, [1, 0], "circle", 60),
    }


def _long(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a line and number of cards."""
    amounts = (frame["value_created"], frame["value_created"] / 2, frame["owner_minimum"])
    rows = [
        pd.DataFrame({"black_cards": frame["black_cards"], "money": money, "line": line, "piece": 0})
        for line, money in zip(_looks(), amounts, strict=True)
    ]
    return pd.concat(rows)
