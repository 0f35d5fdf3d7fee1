"""The chart of working with allies: the paper's events on a time line."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.policy_record.models import decimal_year

FIRST_YEAR, LAST_YEAR = 2006, 2025
LOOKS = {
    "confirmed": (GREEN, "square"),
    "partly confirmed": (BLUE, "diamond"),
    "wrong": (RUST, "triangle-up"),
    "not checked": (GREY, "cross"),
}


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
            _("In brackets: the partners that the paper names."),
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
