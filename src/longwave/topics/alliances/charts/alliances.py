"""Charts of working with allies: the paper's events on a time line, and two blocs that choose between two standards."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.alliances.models.standards import standards_game
from longwave.topics.policy_record.models import decimal_year

FIRST_YEAR, LAST_YEAR = 2006, 2025
LOOKS = {
    "confirmed": (GREEN, "square"),
    "partly confirmed": (BLUE, "diamond"),
    "wrong": (RUST, "triangle-up"),
    "not checked": (GREY, "cross"),
}
SHOWN = ("both A", "both B", "split")
MOST_BENEFIT = 2.0


def verdict_names() -> dict[str, str]:
    """Return the words for each verdict of the dataset alliance_events."""
    words = (_("confirmed"), _("partly confirmed"), _("wrong"), _("no source found"))
    return dict(zip(LOOKS, words, strict=True))


def events_chart(events: pd.DataFrame) -> alt.LayerChart:
    """Draw the dataset alliance_events on a time line: the date as printed, and the date that a source gives."""
    rows = _placed(events)
    abroad = int((events["partners"] != "").sum())
    title = _("Of {count} events presented as work with allies, {abroad} name a foreign partner").format(
        count=len(events), abroad=abroad
    )
    listed = [
        _("{name}: printed {printed}, checked {checked}, {verdict}").format(
            name=row.event,
            printed=row.printed or _("no date"),
            checked=row.checked or _("no source"),
            verdict=row.verdict,
        )
        for row in rows.itertuples()
    ]
    words = _("{title}. A time line. {listed}.").format(title=title, listed="; ".join(listed))
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[FIRST_YEAR, LAST_YEAR], nice=False),
        axis=alt.Axis(format="d", values=list(range(FIRST_YEAR, LAST_YEAR, 2)), labelFlush=False),
    )
    names = list(rows["event"])
    y = alt.Y(
        "event:N", title=None, sort=names, scale=alt.Scale(domain=names), axis=alt.Axis(labelLimit=320, grid=True)
    )
    layers = [*_printed(rows), *_checked(rows)]
    return finish(
        alt.layer(*(layer.encode(x=x, y=y) for layer in layers)),
        title,
        words,
        subtitle=[
            _("Hollow circle: as printed. Filled: date of the source. Dashed: between the two, or a printed span."),
            _("In brackets: the partners that the paper names. Sources: the column source_ids of alliance_events."),
        ],
        width=420,
        height=310,
    )


def _placed(events: pd.DataFrame) -> pd.DataFrame:
    names = [
        _("{event} ({partners})").format(event=event, partners=partners.replace(";", ", ")) if partners else event
        for event, partners in zip(events["event"], events["partners"], strict=True)
    ]
    frame = pd.DataFrame(
        {
            "event": names,
            "printed": events["printed_date"],
            "end": events["printed_end"],
            "checked": events["checked_date"],
            "verdict": events["verdict"].map(verdict_names()),
        }
    )
    for column in ("printed", "end", "checked"):
        frame[f"{column}_year"] = [decimal_year(date) if date else None for date in frame[column]]
    return frame


def _printed(rows: pd.DataFrame) -> list[alt.Chart]:
    printed = rows[rows["printed"] != ""]
    ends = printed["end_year"].where(printed["end"] != "", printed["checked_year"])
    lines = printed[["event"]].assign(year=printed["printed_year"], end=ends).dropna()
    dots = printed[["event"]].assign(year=printed["printed_year"])
    rule = alt.Chart(data("spans", lines)).mark_rule(color=MUTED, strokeDash=[3, 2], strokeWidth=1.5)
    hollow = alt.Chart(data("printed", dots)).mark_point(shape="circle", size=230, color=INK, strokeWidth=1.4)
    return [rule.encode(x2=alt.X2("end:Q")), hollow]


def _checked(rows: pd.DataFrame) -> list[alt.Chart]:
    # Where no source was found the cross is on the printed date, so that nothing looks checked.
    years = rows["checked_year"].fillna(rows["printed_year"])
    frame = rows[["event", "verdict"]].assign(year=years.astype(float), date=rows["checked"])
    domain = list(verdict_names().values())
    inks, shapes = zip(*LOOKS.values(), strict=True)
    legend = alt.Legend(orient="top", title=None, columns=4, labelLimit=150, symbolSize=80)
    points = alt.Chart(data("checked", frame)).mark_point(filled=True, size=75, opacity=1)
    return [
        points.encode(
            color=alt.Color("verdict:N", legend=legend, scale=alt.Scale(domain=domain, range=list(inks))),
            shape=alt.Shape("verdict:N", legend=legend, scale=alt.Scale(domain=domain, range=list(shapes))),
            tooltip=[
                alt.Tooltip("event:N", title=_("event")),
                alt.Tooltip("verdict:N", title=_("verdict")),
                alt.Tooltip("date:N", title=_("checked date")),
            ],
        )
    ]


def standards_chart(size: float, home: float) -> alt.LayerChart:
    """Draw what a user of each bloc gets when both take standard A, both take B, or each takes its own."""
    game = standards_game(size, home).loc[list(SHOWN)]
    names = dict(zip(SHOWN, (_("all on A"), _("all on B"), _("split")), strict=True))
    title = _standards_finding(game)
    outcome_words = [
        _("{outcome}, {holds}: bloc 1 {one:.2f}, bloc 2 {two:.2f}, world {total:.2f}").format(
            outcome=names[outcome],
            holds=_("holds") if game["holds"][outcome] else _("does not hold"),
            one=game["bloc_1"][outcome],
            two=game["bloc_2"][outcome],
            total=game["total"][outcome],
        )
        for outcome in SHOWN
    ]
    words = _(
        "{title}. Nine bars, benefit a user: {outcomes}. Bloc 1 has {size:.0%} of users; home advantage {home:g}."
    ).format(title=title, outcomes="; ".join(outcome_words), size=size, home=home)
    note = _(
        "A is bloc 1's own standard, B is bloc 2's. Filled: holds, since neither bloc would change. Hollow: does not."
    )
    return finish(_standards_bars(game, names), title, words, subtitle=note, width=440, height=290)


def _standards_finding(game: pd.DataFrame) -> str:
    on_a, on_b, split = (bool(holds) for holds in game["holds"])
    if split and (on_a or on_b):
        return _("On the edge: one standard holds, and so does a split")
    if on_a and on_b:
        return _("Either standard holds, if both blocs expect it")
    if split:
        loss = 1 - game["total"]["split"] / game["total"][["both A", "both B"]].max()
        if loss > 5e-4:
            return _("Only a split holds, and the world has {loss:.0%} less than on one standard").format(loss=loss)
        return _("Only a split holds, and the world loses nothing by it")
    if on_a:
        return _("All end on A: bloc 2 cannot afford to stay apart")
    return _("All end on B: bloc 1 cannot afford to stay apart")


def _standards_bars(game: pd.DataFrame, names: dict[str, str]) -> alt.LayerChart:
    who = {"bloc_1": _("bloc 1"), "bloc_2": _("bloc 2"), "total": _("world, a user")}
    rows = [
        {
            "row": _("{outcome}: {who}").format(outcome=names[outcome], who=words),
            "who": words,
            "zero": 0.0,
            "benefit": game[column][outcome],
            "label": f"{game[column][outcome]:.2f}",
            "filled": 1.0 if game["holds"][outcome] else 0.0,
        }
        for outcome in SHOWN
        for column, words in who.items()
    ]
    frame = pd.DataFrame(rows)
    order, inks = list(frame["row"]), [BLUE, RUST, PLUM]
    x = alt.X("benefit:Q", title=_("Benefit a user"), scale=alt.Scale(domain=[0, MOST_BENEFIT + 0.2], nice=False))
    y = alt.Y(
        "row:N", title=None, sort=order, scale=alt.Scale(domain=order), axis=alt.Axis(labelLimit=200, ticks=False)
    )
    base = alt.Chart(data("benefits", frame)).encode(y=y)
    scale = alt.Scale(domain=list(who.values()), range=inks)
    bars = base.mark_bar(height=18, strokeWidth=2).encode(
        x=x,
        x2=alt.X2("zero:Q"),
        fill=alt.Fill("who:N", legend=None, scale=scale),
        stroke=alt.Stroke("who:N", legend=None, scale=scale),
        fillOpacity=alt.FillOpacity("filled:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=[0, 1])),
    )
    texts = base.mark_text(align="left", dx=6, fontSize=12).encode(x=x, text=alt.Text("label:N"))
    return alt.layer(bars, texts)
