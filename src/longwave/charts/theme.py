"""The look of every chart, and the two steps that every chart function ends with: named data, and a finish.

All colours are explicit, on a white ground, so that a chart reads the same in JupyterLab's light and dark themes. Each
colour has a contrast of at least 4.5 to 1 on white, the five differ for the common forms of colour blindness, and no
chart tells two things apart by colour alone.
"""

import math
from typing import Any, TypedDict, TypeVar, cast

import altair as alt
import pandas as pd
from altair.typing import ChartType

from longwave.i18n import punctuated

# A chart function hands its chart to `finish` and returns the same chart: a layered one stays a layered one.
AnyChart = TypeVar("AnyChart", bound=ChartType)


class Axes(TypedDict):
    """The two axes of a layer, to be handed on as `encode(**axes)`."""

    x: alt.X
    y: alt.Y


INK = "#1F2328"
MUTED = "#57606A"
RULE = "#D0D7DE"
GROUND = "#FFFFFF"
BLUE, RUST, GREEN, PLUM, GREY = "#0B62A8", "#B34700", "#00704F", "#87408A", "#5B6370"
PALE = {BLUE: "#DCEBF7", RUST: "#F8E3D4", GREEN: "#D6EDE4", PLUM: "#EFDFF0", GREY: "#E7E9EC"}
SERIES = (BLUE, RUST, GREEN, PLUM, GREY)
FONT = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', Arial, sans-serif"
WIDTH, HEIGHT = 620, 300
SIGNIFICANT_DIGITS = 6

# Vega-Embed's own dark theme would paint white marks on white; an empty theme name keeps ours.
EMBED_OPTIONS = {"actions": False, "renderer": "svg", "theme": ""}


def configuration() -> dict[str, Any]:
    """Return the Vega-Lite configuration shared by all charts."""
    words = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12}
    return {
        "background": GROUND,
        "font": FONT,
        "view": {"stroke": None, "continuousWidth": WIDTH, "continuousHeight": HEIGHT},
        "title": {
            "anchor": "start",
            "color": INK,
            "fontSize": 15,
            "fontWeight": 600,
            "offset": 12,
            "subtitleColor": MUTED,
            "subtitleFontSize": 12,
        },
        "axis": {
            **words,
            "domainColor": MUTED,
            "gridColor": RULE,
            "gridOpacity": 0.6,
            "tickColor": MUTED,
            "titleFontWeight": 500,
            "titlePadding": 8,
        },
        "legend": {**words, "titleFontWeight": 500},
        "header": words,
        "text": {"color": INK, "fontSize": 12},
        "range": {"category": list(SERIES)},
        "rule": {"color": MUTED},
    }


def longwave_theme() -> alt.theme.ThemeConfig:
    """Return the same look as an Altair theme, for charts that a reader makes."""
    return {"config": cast("alt.theme.ConfigKwds", configuration())}


def _plain(value: object) -> object:
    """Return a value as JSON keeps it: rounded, and None where there is no number."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return float(f"{value:.{SIGNIFICANT_DIGITS}g}") + 0.0
    return value


class Rows:
    """Rows of chart data that Altair passes on as they are.

    It would look at every value of a plain list, and copy the list at each step of building a chart: more than half of
    a slider's time. `_schema` and `to_dict` are what it asks of a finished part of a specification.
    """

    _schema = {"type": "array"}

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        """Keep the rows, each a dictionary of plain values by column."""
        self.rows = rows

    def to_dict(self) -> list[dict[str, Any]]:
        """Return the rows."""
        return self.rows


def data(name: str, frame: pd.DataFrame) -> alt.Data:
    """Return a frame as named, inline, rounded chart data.

    The name lets a live chart replace the rows without drawing the chart anew; the rounding keeps a stored chart the
    same on every machine.

    >>> data("bounds", pd.DataFrame({"low": [1 / 3]})).values.rows
    [{'low': 0.333333}]
    """
    columns = list(frame.columns)
    values = [dict(zip(columns, map(_plain, row), strict=True)) for row in frame.itertuples(index=False, name=None)]
    return alt.Data(name=name, values=Rows(values))


def on_canvas(chart: AnyChart) -> AnyChart:
    """Have a chart of thousands of marks drawn as one picture, which is quicker than a mark for each in the page."""
    chart.usermeta = {"embedOptions": {"renderer": "canvas"}}
    return chart


def finish(
    chart: AnyChart,
    title: str,
    alt_text: str,
    *,
    subtitle: str | list[str] | None = None,
    width: int | None = WIDTH,
    height: int | None = HEIGHT,
) -> AnyChart:
    """Give a fresh chart its title (the finding), its alt text and its size; `specification` adds the look.

    Pass `width=None` and `height=None` for joined charts, whose parts have their own sizes.
    """
    title, alt_text = punctuated(title), punctuated(alt_text)
    below = punctuated(subtitle) if isinstance(subtitle, str) else subtitle and list(map(punctuated, subtitle))
    # Set in place: `properties` would copy every row of data, once for each word set here.
    chart.title = alt.TitleParams(title) if below is None else alt.TitleParams(title, subtitle=below)
    chart.description = alt_text
    if width is not None:
        chart.width = width
    if height is not None:
        chart.height = height
    return chart
