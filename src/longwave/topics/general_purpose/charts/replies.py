"""Charts of the two models: the replies of owner and users, and the balance of a technology that pays late."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PALE, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.general_purpose.models.base import base_technology
from longwave.topics.general_purpose.models.delay import even_year, j_curve

START, COST, MOST, WIDE = 1.0, 4.0, 3.3, 4.2  # b and c of the lesson; the ends of the axes
PLAIN = {"owner_aid": 0.0, "user_aid": 0.0, "user_share": 0.5, "users": 3.0}  # the panel's start, which stays in grey
LATE = {"share": 0.1, "years": 10.0, "gain": 0.3, "rate": 0.0}
HORIZON, DEEPEST, TOP = 40, -2.5, 4.0
LOW = 0.3  # below this quality the label of the point is put next to the axis


def replies_chart(owner_aid: float, user_aid: float, user_share: float = 0.5, users: float = 3) -> alt.LayerChart:
    """Draw what the owner and the users reply to each other, where the replies meet, and the best for all.

    In grey, so that a change can be seen: the same without aid, at half of the gain each and three users.

    Args:
        owner_aid: σ, share of the owner's cost that the state pays, from 0 to 0.5.
        user_aid: τ, share of each user's cost that the state pays, from 0 to 0.5.
        user_share: s, share of the gain that users keep, between 0 and 1.
        users: n, number of users, from 1 to 3.
    """
    found = base_technology(users, START, COST, user_share, owner_aid, user_aid)
    axis = alt.Axis(tickCount=5)
    x = alt.X("effort:Q", title=_("Effort of each user, T"), scale=alt.Scale(domain=[0, WIDE], nice=False), axis=axis)
    y = alt.Y("quality:Q", title=_("Quality of the base, z"), scale=alt.Scale(domain=[0, MOST], nice=False))
    best, effort, quality = found["best"], found["effort"], found["quality"]
    layers = [
        *_start(x, y),
        _lines(_reply_rows(owner_aid, user_aid, user_share, users), x, y),
        _dot("best", _rows(best, best, _("best")), x, y, GREEN, "diamond"),
        _dot("alone", _rows(effort, quality, _("decided alone")), x, y, INK, "circle"),
        _label("best-label", _rows(best + 0.1, best + 0.2, _("best")), x, y, "left"),
        _label("alone-label", _beside(effort, quality), x, y, "left"),
    ]
    title = _("Quality is {quality:.2f}, {ratio:.0%} of the best, which is {best:.2f}").format(**found)
    note = _("Invented: b = 1, c = 4. Thin and grey: the start, without aid, half each, three users.")
    return finish(alt.layer(*layers), title, _reply_words(title, found), subtitle=note, width=430, height=330)


def delay_chart(share: float, years: float, gain: float, rate: float) -> alt.LayerChart:
    """Draw the balance of a technology that costs first: gains less losses since the start, by year.

    In grey: a tenth of labour for ten years and 0.3 afterwards, undiscounted. What is above the frame is cut off.

    Args:
        share: d, share of labour that builds, from 0 to 1.
        years: D, how long it builds, years, above 0.
        gain: g, how much higher output is afterwards, a share.
        rate: r, discount rate a year.
    """
    frame, even = j_curve(share, years, gain, rate, HORIZON), even_year(share, years, gain, rate)
    title = _delay_title(frame, even, rate)
    x = alt.X("year:Q", title=_("Years since the start"), scale=alt.Scale(domain=[0, HORIZON], nice=False))
    reach = alt.Scale(domain=[DEEPEST, TOP], nice=False)
    y = alt.Y("balance:Q", title=_("Gains less losses (years of output)"), scale=reach)
    base, start = (
        alt.Chart(data(name, rows)).encode(x=x, y=y)
        for name, rows in (("balance", frame), ("start", j_curve(**LATE, horizon=HORIZON)))
    )
    layers = [
        base.mark_area(color=PALE[PLUM], clip=True),
        alt.Chart(data("zero", pd.DataFrame({"balance": [0.0]}))).mark_rule(color=GREY).encode(y=y),
        start.mark_line(color=GREY, strokeWidth=1.5, strokeDash=[4, 3], clip=True),
        base.mark_line(color=PLUM, strokeWidth=2.5, clip=True),
        *_even_mark(frame, even, x, y),
    ]
    words = _delay_words(title, frame)
    note = _("Ours. Without the technology output is 1 a year. Dashed grey: a tenth, ten years, 0.3, at 0% a year.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=520, height=280)


def _even_mark(frame: pd.DataFrame, even: float, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return a point where gains and losses are even, or at the end of the line if they are not, with its name."""
    within, last = even <= HORIZON, float(frame["balance"].iloc[-1])
    name = _("even") if within else _("never even") if math.isinf(even) else _("not yet even")
    here = pd.DataFrame({"year": [even if within else HORIZON], "balance": [0.0 if within else last], "label": [name]})
    text = alt.Chart(data("even-label", here.assign(year=here["year"].clip(lower=4.5))))
    return [
        alt.Chart(data("even", here)).mark_point(filled=True, size=90, color=INK, opacity=1).encode(x=x, y=y),
        text.mark_text(align="right", dx=-8, dy=-12, fontSize=14, color=INK).encode(x=x, y=y, text="label:N"),
    ]


def _reply_words(title: str, found: pd.Series) -> str:
    return _(
        "{title}. Two straight lines cross at quality {quality:.2f} and effort {effort:.2f}; a diamond marks the best, "
        "{best:.2f} each. The state pays {owner_money:.2f} to the owner and {user_money:.2f} to the users."
    ).format(title=title, **found)


def _delay_title(frame: pd.DataFrame, even: float, rate: float) -> str:
    if math.isinf(even):
        return _("Never even: at {rate:.0%} a year the gains come too late").format(rate=rate)
    hole = -frame["balance"].min()
    if even > HORIZON:
        return _("Even in year {even:.0f}, beyond the picture, after a hole of {hole:.2f} years of output").format(
            even=even, hole=hole
        )
    return _("Even in year {even:.1f}, after a hole of {hole:.2f} years of output").format(even=even, hole=hole)


def _delay_words(title: str, frame: pd.DataFrame) -> str:
    return _(
        "{title}. One line over {horizon} years: 0 at the start, lowest {deepest:.2f} in year {when}, and {last:.2f} "
        "at the end. Output is {low:.2f} at first and {high:.2f} afterwards."
    ).format(
        title=title,
        horizon=HORIZON,
        deepest=frame["balance"].min(),
        when=int(frame["balance"].to_numpy().argmin()),
        last=frame["balance"].iloc[-1],
        low=frame["output"].iloc[0],
        high=frame["output"].iloc[-1],
    )


def _start(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return the two replies at the panel's start and the point where they meet, thin and grey."""
    found = base_technology(PLAIN["users"], START, COST, PLAIN["user_share"])
    lines = alt.Chart(data("start-replies", _reply_rows(0, 0, PLAIN["user_share"], PLAIN["users"])))
    return [
        lines.mark_line(color=GREY, strokeWidth=1, clip=True).encode(x=x, y=y, strokeDash=_dash()),
        alt.Chart(data("start", pd.DataFrame([found[["effort", "quality"]].to_dict()])))
        .mark_point(size=170, color=GREY, strokeWidth=1.5)
        .encode(x=x, y=y),
    ]


def _dash() -> alt.StrokeDash:
    scale = alt.Scale(domain=_names(), range=[[1, 0], [7, 4]])
    return alt.StrokeDash("who:N", legend=_legend(), scale=scale)


def _legend() -> alt.Legend:
    return alt.Legend(orient="top", title=None, symbolType="stroke", symbolStrokeWidth=3, labelLimit=260)


def _lines(rows: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    color = alt.Color("who:N", legend=_legend(), scale=alt.Scale(domain=_names(), range=[BLUE, RUST]))
    base = alt.Chart(data("replies", rows))
    return base.mark_line(strokeWidth=2.5, clip=True).encode(x=x, y=y, color=color, strokeDash=_dash())


def _names() -> list[str]:
    return [_("owner's reply to effort"), _("users' reply to quality")]


def _reply_rows(owner_aid: float, user_aid: float, share: float, users: float) -> pd.DataFrame:
    slope, names = (1 - share) * users / ((1 - owner_aid) * COST), _names()
    owner = [{"who": names[0], "effort": end, "quality": slope * (START + end)} for end in (0.0, WIDE)]
    user = [{"who": names[1], "effort": share * end / (1 - user_aid), "quality": end} for end in (0.0, MOST)]
    return pd.DataFrame(owner + user)


def _rows(effort: float, quality: float, label: str) -> pd.DataFrame:
    return pd.DataFrame({"effort": [effort], "quality": [quality], "label": [label]})


def _beside(effort: float, quality: float) -> pd.DataFrame:
    """Return the label of the point: below it, and near the axis where there is little room."""
    place = (effort + 0.1, quality - 0.17) if quality > LOW else (effort + 0.12, 0.06)
    return _rows(*place, _("decided alone"))


def _dot(name: str, rows: pd.DataFrame, x: alt.X, y: alt.Y, color: str, shape: str) -> alt.Chart:
    base = alt.Chart(data(name, rows)).encode(x=x, y=y)
    return base.mark_point(filled=True, size=130, opacity=1, color=color, shape=shape)


def _label(name: str, rows: pd.DataFrame, x: alt.X, y: alt.Y, align: str) -> alt.Chart:
    base = alt.Chart(data(name, rows)).encode(x=x, y=y, text="label:N")
    return base.mark_text(align=align, fontSize=14, color=INK)
