"""Charts of the policy record: ten titles on a time line with the stage each reached, and three coders side by side."""

from collections.abc import Collection, Hashable
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PALE, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.policy_record.models import LEVERS, STAGES, decimal_year

FIRST_YEAR, LAST_YEAR = 2014, 2025
FAINT = "#A3ABB5"
LOOKS = {
    "law": (GREEN, "square"),
    "passed one chamber": (RUST, "triangle-up"),
    "bill introduced": (PLUM, "circle"),
    "report": (BLUE, "diamond"),
    "brand": (GREY, "triangle-down"),
    "duplicate": (INK, "cross"),
}
FILLS = dict(zip(LEVERS, (PALE[BLUE], PALE[GREEN], PALE[PLUM], PALE[RUST], "#F5F0C4"), strict=True))
DATES = {
    "law": "became_law",
    "bill introduced": "introduced",
    "report": "issued",
    "brand": "issued",
    "duplicate": "printed_month",
}


def stage_names() -> dict[str, str]:
    """Return the words for each stage of the dataset policy_record."""
    words = (_("report"), _("brand"), _("bill introduced"), _("passed one chamber"), _("law"), _("duplicate"))
    return dict(zip(STAGES, words, strict=True))


def lever_names() -> dict[str, str]:
    """Return the words for each of the paper's five levers."""
    words = (_("top-level design"), _("technology"), _("talent"), _("joint innovation"), _("ecosystem"))
    return dict(zip(LEVERS, words, strict=True))


def record_chart(record: pd.DataFrame, shown: Collection[int], filter_words: str) -> alt.LayerChart:
    """Draw the ten titles on a time line: the month as printed, and the date of the furthest stage that each reached.

    `record` is the dataset policy_record with a column short_title. `shown` are the items that pass a filter; the
    others stay as pale dots. `filter_words` says the filter in words.
    """
    rows = _placed(record)
    inside = rows[rows["item"].isin(list(shown))]
    title = _record_finding(inside, len(rows))
    names = list(rows["name"])
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[FIRST_YEAR, LAST_YEAR], nice=False),
        axis=alt.Axis(format="d", values=list(range(FIRST_YEAR, LAST_YEAR)), labelFlush=False),
    )
    y = alt.Y("name:N", title=None, sort=names, scale=alt.Scale(domain=names), axis=alt.Axis(labelLimit=190, grid=True))
    layers = [*_ghosts(rows[~rows["item"].isin(list(shown))]), *_printed(inside), *_reached(inside)]
    return finish(
        alt.layer(*(layer.encode(x=x, y=y) for layer in layers)),
        title,
        _record_words(title, inside, len(rows), filter_words),
        subtitle=[
            _("Filled: furthest stage and its checked date. Hollow diamond: month as printed. Pale dot: filtered out."),
            _("Sources: the column source_ids of policy_record. No source seen for the day in December 2014."),
        ],
        width=460,
        height=300,
    )


def _placed(record: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with names, stages in words, and the years of the printed and of the checked date."""
    reached = [_reached_date(row) for row in record.to_dict("records")]
    return pd.DataFrame(
        {
            "item": record["item"],
            "name": record["short_title"],
            "stage": record["stage"].map(stage_names()),
            "is_law": record["is_law"],
            "printed": record["printed_month"],
            "printed_year": record["printed_month"].map(decimal_year),
            "date": reached,
            "reached_year": [decimal_year(date) for date in reached],
        }
    )


def _reached_date(row: dict[Hashable, Any]) -> str:
    if row["stage"] == "passed one chamber":
        return str(row["passed_house"] or row["passed_senate"])
    return str(row[DATES[row["stage"]]])


def _record_finding(inside: pd.DataFrame, count: int) -> str:
    laws, passing = int(inside["is_law"].sum()), len(inside)
    if passing == count:
        return _("Of {count} titles on the list, {laws} became law").format(count=count, laws=laws)
    if passing == 0:
        return _("No title on the list passes this filter")
    if passing == 1:
        return _("One title passes, and it became law") if laws else _("One title passes, and it is no law")
    if laws == 0:
        return _("Of {passing} titles that pass, none became law").format(passing=passing)
    return _("Of {passing} titles that pass, {laws} became law").format(passing=passing, laws=laws)


def _record_words(title: str, inside: pd.DataFrame, count: int, filter_words: str) -> str:
    listed = [
        _("{name}: {stage}, {date}, printed {printed}").format(
            name=row.name_, stage=row.stage, date=row.date, printed=row.printed
        )
        for row in inside.rename(columns={"name": "name_"}).itertuples()
    ]
    return _("{title}. Filter: {filter}. A time line of {count} titles. Shown: {listed}.").format(
        title=title, filter=filter_words, count=count, listed="; ".join(listed) or _("nothing")
    )


def _ghosts(rows: pd.DataFrame) -> list[alt.Chart]:
    places = rows[["name"]].assign(year=rows["reached_year"])
    return [alt.Chart(data("filtered_out", places)).mark_point(filled=True, size=40, color=FAINT, opacity=1)]


def _printed(rows: pd.DataFrame) -> list[alt.Chart]:
    """Return the printed months, and a line from each to the checked date."""
    places = rows[["name"]].assign(year=rows["printed_year"], end=rows["reached_year"])
    base = alt.Chart(data("printed", places))
    line = base.mark_rule(color=MUTED, strokeDash=[3, 2]).encode(x2=alt.X2("end:Q"))
    return [line, base.mark_point(shape="diamond", size=260, color=INK, strokeWidth=1.3, filled=False, opacity=1)]


def _reached(rows: pd.DataFrame) -> list[alt.Chart]:
    places = rows[["name", "stage", "date"]].assign(year=rows["reached_year"])
    names = stage_names()
    domain = [names[stage] for stage in LOOKS]
    legend = alt.Legend(orient="top", title=None, columns=6, labelLimit=150, symbolSize=80)
    colors, shapes = zip(*LOOKS.values(), strict=True)
    points = alt.Chart(data("reached", places)).mark_point(filled=True, size=85, opacity=1)
    encoded = points.encode(
        color=alt.Color("stage:N", legend=legend, scale=alt.Scale(domain=domain, range=list(colors))),
        shape=alt.Shape("stage:N", legend=legend, scale=alt.Scale(domain=domain, range=list(shapes))),
        tooltip=[
            alt.Tooltip("name:N", title=_("title")),
            alt.Tooltip("stage:N", title=_("stage")),
            alt.Tooltip("date:N", title=_("date")),
        ],
    )
    return [encoded]


def coders_chart(codings: pd.DataFrame) -> alt.LayerChart:
    """Draw the lever that each coder gives each title: one row a title, one column a coder.

    `codings` has the titles as index and the coders as columns; a title that a coder leaves open is empty text.
    """
    same = int((codings.nunique(axis="columns").eq(1) & (codings != "").all(axis="columns")).sum())
    title = _("The {coders} coders agree on {same} of {count} titles").format(
        coders=codings.shape[1], same=same, count=len(codings)
    )
    names = {**lever_names(), "": _("open")}
    rows = codings.rename_axis("name").reset_index().melt("name", var_name="coder", value_name="lever")
    rows["label"] = rows["lever"].map(names)
    row_words = [
        _("{name}: {levers}").format(name=name, levers=", ".join(names[lever] for lever in levers))
        for name, levers in zip(codings.index, codings.itertuples(index=False, name=None), strict=True)
    ]
    words = _("{title}. A grid with a column for each of {coders}. {rows}.").format(
        title=title, coders=", ".join(codings.columns), rows="; ".join(row_words)
    )
    order = [names[lever] for lever in (*LEVERS, "")]
    base = alt.Chart(data("codes", rows[["name", "coder", "label"]])).encode(
        x=alt.X("coder:N", title=_("Coder"), sort=list(codings.columns), axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y("name:N", title=None, sort=list(codings.index), axis=alt.Axis(labelLimit=190)),
    )
    cells = base.mark_rect(stroke="white", strokeWidth=2).encode(
        color=alt.Color("label:N", legend=None, scale=alt.Scale(domain=order, range=[*FILLS.values(), "#FFFFFF"]))
    )
    note = _("Means: ours, by what a text moves first. Heading: where the paper names it. Title: by a word in it.")
    layered = alt.layer(cells, base.mark_text(fontSize=12).encode(text=alt.Text("label:N")))
    return finish(layered, title, words, subtitle=note, width=450, height=300)
