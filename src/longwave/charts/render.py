"""What a chart leaves in a notebook: a Vega-Lite 5 specification, its alt text, and a visible line in words.

JupyterLab draws `application/vnd.vegalite.v5+json` by itself, with no network. The author's tool adds a picture when it
saves; a reader's kernel never makes one. On the day JupyterLab moves to another version, only this module changes.
"""

import html
from typing import TYPE_CHECKING, Any

import altair as alt
from altair.typing import ChartType

from longwave.charts.theme import EMBED_OPTIONS, configuration, longwave_theme
from longwave.charts.words import spoken
from longwave.i18n import _

if TYPE_CHECKING:
    import pandas as pd

# A Vega-Lite specification, and the forms of one output by their MIME types.
Spec = dict[str, Any]
Bundle = dict[str, Any]

VEGA_LITE = "application/vnd.vegalite.v5+json"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def specification(chart: ChartType, validate: bool = True) -> Spec:
    """Return a chart's Vega-Lite specification: every dataset inline, the common look, the way to embed it.

    A live chart skips the validation while a slider moves: the first drawing of the same chart was validated.
    """
    spec = chart.to_dict(validate=validate)
    # A chart may ask for a canvas; all else of what Altair's own theme may have put there is not wanted.
    own = spec.get("usermeta", {}).get("embedOptions", {})
    options = {**EMBED_OPTIONS, "renderer": own.get("renderer", EMBED_OPTIONS["renderer"])}
    spec = spoken(spec)
    return {**spec, "config": configuration(), "usermeta": {"embedOptions": options}}


def chart_line(alt_text: str) -> str:
    """Return the visible sentence that says in words what a chart shows."""
    return _("What the chart shows: {alt_text}").format(alt_text=alt_text)


def bundle(spec: Spec) -> Bundle:
    """Return the output of a chart: its specification, and its alt text as the plain form."""
    return {VEGA_LITE: spec, "text/plain": spec.get("description", _("A chart without a description"))}


def line_bundle(sentence: str) -> Bundle:
    """Return the output of the visible sentence, in HTML and in plain text."""
    return {"text/html": f'<p class="longwave-alt">{html.escape(sentence)}</p>', "text/plain": sentence}


def publish(spec: Spec, sentence: str, extra: Bundle | None = None) -> None:
    """Display a chart's bundle, then its sentence. `extra` adds further forms of the chart, such as a widget's view."""
    from IPython.display import display

    display({**bundle(spec), **(extra or {})}, raw=True)
    display(line_bundle(sentence), raw=True)


def show(chart: ChartType) -> None:
    """Display a chart with, below it, the line that says what it shows."""
    spec = specification(chart)
    publish(spec, chart_line(spec.get("description", _("A chart without a description"))))


def _series_table(series: "pd.Series") -> str:
    """Return a Series as the table that a frame would be: a reader sees one kind of table only."""
    return series.to_frame(series.name if series.name is not None else "value").to_html()


def install() -> None:
    """Make Altair use this course's output and look, also for charts that a reader makes; show a Series as a table."""
    from IPython import get_ipython

    if shell := get_ipython():
        shell.display_formatter.formatters["text/html"].for_type_by_name("pandas", "Series", _series_table)
    alt.renderers.register("longwave", lambda spec, **_options: bundle(spec))
    alt.renderers.enable("longwave")
    alt.theme.register("longwave", enable=True)(longwave_theme)
