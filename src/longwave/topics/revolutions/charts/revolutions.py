"""Paper 003's Table 1 in English: the cells as printed, and cell by cell what a repair does to them."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, PALE, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.revolutions.charts.revolutions_words import in_english

ROW_HEIGHT = 34
GONE = ("lost", "cut short")
STATUSES = ("moved", "lost", "cut short", "separator restored")


def table_in_english(table: pd.DataFrame, column: str = "printed") -> pd.DataFrame:
    """Return Table 1 in short English: a row for each aspect, a column for each revolution.

    `table` is the dataset revolutions_table1; `column` is printed or repaired, whose empty cells stay empty.
    """
    words = [in_english(cell).replace("\n", " ") if cell else "" for cell in table[column]]
    names = [f"{row} {_aspects()[aspect]}" for row, aspect in zip(table["row"], table["aspect"], strict=True)]
    frame = table[["revolution"]].assign(row=names, words=words)
    wide = frame.pivot(index="row", columns="revolution", values="words").loc[list(dict.fromkeys(names))]
    wide.columns = [_("revolution {number}").format(number=number) for number in wide.columns]
    return wide.rename_axis(None)


def _aspects() -> dict[str, str]:
    return {
        "Period": _("Period"),
        "Marker": _("Marker"),
        "Leading technology": _("Leading technology"),
        "New energy": _("New energy"),
        "Key materials": _("Key materials"),
        "Way of making": _("Way of making"),
        "Infrastructure": _("Infrastructure"),
        "Business organisation": _("Business organisation"),
        "Leading industries": _("Leading industries"),
        "Popular name": _("Popular name"),
        "Core countries": _("Core countries"),
        "Core breakthroughs": _("Core breakthroughs"),
        "Mode of production": _("Mode of production"),
    }


def repairs_chart(table: pd.DataFrame) -> alt.LayerChart:
    """Draw each repaired cell of Table 1: as printed at the left, what was done, as repaired at the right.

    `table` is the dataset revolutions_table1. Shape and word say what was done; the colour only repeats it.
    """
    rows = _repairs(table)
    kinds = _kinds()
    gone = int(table["repair_status"].isin(GONE).sum())
    title = _("{changed} of {count} cells change, and {gone} of them nobody can restore").format(
        changed=len(rows), count=len(table), gone=gone
    )
    places = rows.groupby("kind", sort=False)["place"].agg(list)
    words = _("{title}. A list of cells by what was done. {cells}.").format(
        title=title,
        cells=". ".join(
            _("{count} {kind}: {places}").format(count=len(cells), kind=kind, places="; ".join(cells))
            for kind, cells in places.items()
        ),
    )
    y = alt.Y(
        "place:N",
        title=None,
        sort=list(rows["place"]),
        axis=alt.Axis(labelAlign="left", labelPadding=200, labelFontSize=12, ticks=False, labelLimit=200, domain=False),
    )
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, 10], nice=False))
    base = alt.Chart(data("repairs", rows)).encode(y=y)
    names = list(kinds.values())
    inks = alt.Scale(domain=names, range=[BLUE, RUST, PLUM, GREY])
    shapes = alt.Scale(domain=names, range=["triangle-right", "cross", "square", "diamond"])
    marks = base.mark_point(filled=True, size=110, opacity=1).encode(
        x=x,
        color=alt.Color("kind:N", title=None, legend=None, scale=inks),
        shape=alt.Shape("kind:N", title=None, legend=None, scale=shapes),
    )
    return finish(
        alt.layer(
            base.mark_rect(fill="white", stroke=PALE[GREY]),
            _words_at(base, "printed", 0.15, color=MUTED),
            marks,
            _words_at(base, "kind", 4.25, fontWeight=600),
            _words_at(base, "repaired", 6.7),
        ),
        title,
        words,
        subtitle=[
            _("Left: as printed. Middle: what the repair does. Right: as repaired."),
            _("Inferred from the cells and from Perez's wording; the authors have not confirmed it."),
        ],
        width=520,
        height=ROW_HEIGHT * len(rows),
    )


def _words_at(base: alt.Chart, field: str, place: float, **look: object) -> alt.Chart:
    """Return the words of a field, all beginning at one place."""
    place_on_axis = alt.XDatum(place, axis=None, scale=alt.Scale(domain=[0, 10], nice=False))
    return _text(base, field, align="left", fontSize=12, lineHeight=14, **look).encode(x=place_on_axis)


def _text(base: alt.Chart, field: str, **look: object) -> alt.Chart:
    """Return the words of a field, of one line or two, about the middle of their row."""
    # The first of two lines is on the middle, so both go up by half a line.
    raised = alt.ExprRef(f"indexof(datum.{field}, '\\n') < 0 ? 0 : -6")
    options = {"lineBreak": "\n", "baseline": "middle", "dy": raised, "color": INK, **look}
    return base.mark_text(**options).encode(text=alt.Text(f"{field}:N"))


def _kinds() -> dict[str, str]:
    return {
        "moved": _("moved here"),
        "lost": _("lost"),
        "cut short": _("cut short"),
        "separator restored": _("comma restored"),
    }


def _missing() -> dict[str, str]:
    return {"lost": _("(nothing left)"), "cut short": _("(second half lost)")}


def _repairs(table: pd.DataFrame) -> pd.DataFrame:
    """Return the changed cells in the order of the table, in English words."""
    changed = table[table["repair_status"].isin(STATUSES)]
    place = _("{row} {aspect}, column {revolution}")
    return pd.DataFrame(
        {
            "place": [
                place.format(row=row, aspect=_aspects()[aspect], revolution=revolution)
                for row, aspect, revolution in zip(
                    changed["row"], changed["aspect"], changed["revolution"], strict=True
                )
            ],
            "printed": [in_english(cell) for cell in changed["printed"]],
            "kind": [_kinds()[status] for status in changed["repair_status"]],
            "repaired": [
                in_english(cell) if cell else _missing()[status]
                for cell, status in zip(changed["repaired"], changed["repair_status"], strict=True)
            ],
            "at": 3.9,
        }
    )
