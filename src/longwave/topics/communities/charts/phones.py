"""Which systems ran the smartphones that were sold, before and after the leader's maker left it."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PLUM, RUST, Axes, data, finish
from longwave.i18n import _, written_number

LEADER, HEIR, REST = "Symbian", "Windows", "others"
LEFT = 2010.75  # 11 February 2011, a quarter before the second quarter of 2011
YEARS = (2007, 2014)
BEFORE, AFTER = "2010 Q2", "2013 Q2"
BREAK = 2011  # from here on another publisher counts, Symbian is among the others, and Windows is Windows Phone


def phones_chart(shares: pd.DataFrame, guess: tuple[float, float] | None = None) -> alt.LayerChart:
    """Draw the shares of four systems by year, and when Nokia left Symbian for Windows.

    `shares` has the columns quarter (such as "2010 Q2"), system and percent. Lines break where the publisher changes
    and where a year is missing. `guess` is the reader's range for Windows Phone in 2013, drawn at that year alone.
    """
    rows = _rows(shares)
    known = shares.set_index(["quarter", "system"])["percent"]
    title = _("{held:.0f}% ran Symbian in mid-2010; {left:.1f}% ran Windows Phone in mid-2013").format(
        held=known[BEFORE, LEADER], left=known[AFTER, HEIR]
    )
    words = _("{title}. Lines over the years, in per cent of the smartphones sold or shipped. {lines}.").format(
        title=title,
        lines=". ".join(_line_in_words(str(name), part) for name, part in rows.groupby("line", sort=False)),
    )
    said = () if guess is None else _guess(guess)
    return finish(
        alt.layer(*said, *_event(), *_lines(rows)),
        title,
        words if guess is None else f"{words} {_guess_in_words(guess)}.",
        subtitle=_(
            "To 2010 sales by Gartner, from 2011 shipments by IDC. Lines break there, and where a year is missing."
        ),
    )


def _guess_in_words(guess: tuple[float, float]) -> str:
    low, high = map(written_number, guess)
    return _("Your guess: {guess}").format(guess=_("{low} to {high}").format(low=low, high=high))


def _guess(guess: tuple[float, float]) -> tuple[alt.Chart, alt.Chart]:
    """Return the reader's range at the year that was asked for, and its name."""
    row = {"year": int(AFTER[:4]), "percent": guess[0], "high": guess[1], "label": _guess_in_words(guess)}
    mark = alt.Chart(data("guess", pd.DataFrame([row])))
    name = alt.Y("high:Q")
    return (
        mark.mark_rule(color=PLUM, strokeWidth=9, opacity=0.45).encode(y2=alt.Y2("high:Q"), **_axes()),
        mark.mark_text(color=PLUM, fontWeight="bold", dy=-8).encode(x=_axes()["x"], y=name, text=alt.Text("label:N")),
    )


def _axes() -> Axes:
    years = alt.Scale(domain=[YEARS[0] - 0.15, YEARS[1] + 0.2], nice=False)
    axis = alt.Axis(format="d", values=list(range(YEARS[0], YEARS[1] + 1)), grid=False)
    return {
        "x": alt.X("year:Q", title=_("Second quarter of the year"), axis=axis, scale=years),
        "y": alt.Y("percent:Q", title=_("Smartphones sold or shipped (per cent)"), scale=alt.Scale(domain=[0, 100])),
    }


def _event() -> tuple[alt.Chart, alt.Chart]:
    """Return the rule at which Nokia changes its system, and its name."""
    rows = pd.DataFrame({"year": [LEFT], "percent": [97], "label": [_("Nokia leaves Symbian for Windows Phone")]})
    mark = alt.Chart(data("event", rows))
    return (
        mark.mark_rule(color=MUTED, strokeDash=[3, 3]).encode(x=_axes()["x"]),
        mark.mark_text(align="right", dx=-6, color=INK).encode(text=alt.Text("label:N"), **_axes()),
    )


def _lines(rows: pd.DataFrame) -> tuple[alt.Chart, alt.Chart, alt.Chart]:
    """Return lines, points and names, each system told apart by colour, dashes and shape."""
    names = list(dict.fromkeys(rows["line"]))
    shapes = ["circle", "triangle-down", "square", "cross", "diamond", "triangle-up"]
    dashes = [[1, 0], [2, 4], [5, 4], [1, 0], [8, 3], [4, 2]]
    colors = [BLUE, BLUE, INK, RUST, GREEN, GREY]
    color = alt.Color("line:N", legend=None, scale=alt.Scale(domain=names, range=colors))
    dash = alt.StrokeDash("line:N", legend=None, scale=alt.Scale(domain=names, range=dashes))
    shape = alt.Shape("line:N", legend=None, scale=alt.Scale(domain=names, range=shapes))
    base, names_at = alt.Chart(data("shares", rows)), alt.Chart(data("names", _names(rows)))
    label = names_at.mark_text(align="left", fontSize=13, fontWeight=600)
    return (
        base.mark_line(strokeWidth=2.5).encode(color=color, strokeDash=dash, detail="part:N", **_axes()),
        base.mark_point(filled=True, size=60, opacity=1).encode(color=color, shape=shape, **_axes()),
        label.encode(text=alt.Text("line:N"), color=color, **_axes()),
    )


def _rows(shares: pd.DataFrame) -> pd.DataFrame:
    """Return year, line, part of the line and percent, the lines in the order in which they are drawn."""
    late = shares["quarter"].str[:4].astype(int) >= BREAK
    table = shares.assign(year=shares["quarter"].str[:4].astype(int))
    lines = [
        (_("Symbian"), table[table["system"] == LEADER]),
        # Before 2011 the others are small systems and have nothing to do with Symbian.
        (_("others, Symbian among them"), table[(table["system"] == REST) & late]),
        (_("Windows Mobile"), table[(table["system"] == HEIR) & ~late]),
        (_("Windows Phone"), table[(table["system"] == HEIR) & late]),
        (_("Android"), table[table["system"] == "Android"]),
        (_("iPhone"), table[table["system"] == "iOS"]),
    ]
    rows = pd.concat(
        [part.sort_values("year", kind="stable").assign(line=line) for line, part in lines], ignore_index=True
    )
    gap = (rows["line"] != rows["line"].shift()) | (rows["year"].diff() != 1) | (rows["year"] == BREAK)
    return rows.assign(part=gap.cumsum())[["year", "line", "part", "percent"]]


def _names(rows: pd.DataFrame) -> pd.DataFrame:
    """Return where the name of each line is written, clear of the other lines."""
    places = [(2007.15, 72.0), (2011.2, 37.5), (2007.15, 20.0), (2012.95, 7.5), (2011.4, 77.0), (2013.2, 17.5)]
    names = list(dict.fromkeys(rows["line"]))
    return pd.DataFrame(
        [{"line": name, "year": year, "percent": percent} for name, (year, percent) in zip(names, places, strict=True)]
    )


def _line_in_words(name: str, part: pd.DataFrame) -> str:
    points = ", ".join(f"{row['year']} {row['percent']:g}" for row in part.to_dict("records"))
    return _("{name}: {points}").format(name=name, points=points)
