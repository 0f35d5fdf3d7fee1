"""What a chart leaves in a notebook: a Vega-Lite 5 specification, its alt text, and a visible line in words.

JupyterLab draws `application/vnd.vegalite.v5+json` by itself, with no network. The author's tool adds a picture when it
saves; a reader's kernel never makes one. On the day JupyterLab moves to another version, only this module changes.
"""

import html
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager

import altair as alt
from altair.utils.schemapi import debug_mode

from longwave.charts.theme import EMBED_OPTIONS, Rows, configuration, longwave_theme
from longwave.i18n import _

VEGA_LITE = "application/vnd.vegalite.v5+json"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def specification(chart: alt.TopLevelMixin, validate: bool = True) -> dict:
    """Return a chart's Vega-Lite specification: every dataset inline, the common look, the way to embed it.

    A live chart skips the validation while a slider moves: the first drawing of the same chart was validated.
    """
    spec = chart.to_dict(validate=validate)
    # A chart may ask for a canvas; all else of what Altair's own theme may have put there is not wanted.
    own = spec.get("usermeta", {}).get("embedOptions", {})
    options = {**EMBED_OPTIONS, "renderer": own.get("renderer", EMBED_OPTIONS["renderer"])}
    return {**spec, "config": configuration(), "usermeta": {"embedOptions": options}}


PARTS = ("layer", "hconcat", "vconcat", "concat", "spec")


def moving_parts(chart: alt.TopLevelMixin) -> dict:
    """Return what may change while the drawing stays: title, words, rows by dataset, values of parameters.

    It is read off the chart itself, which is quicker than its whole specification.
    """
    heading = chart.title.text if isinstance(chart.title, alt.TitleParams) else chart.title
    params = [] if chart.params is alt.Undefined else [param.to_dict() for param in chart.params]
    return {
        "title": heading if isinstance(heading, str) else "",
        "description": chart.description,
        "sentence": chart_line(chart.description),
        "rows": dict(_named_rows(chart)),
        "params": {param["name"]: param["value"] for param in params if "value" in param and "select" not in param},
    }


def _named_rows(chart: object) -> Iterator[tuple[str, list[dict]]]:
    """Yield the name and the rows of each dataset made by `theme.data`."""
    source = getattr(chart, "data", None)
    if isinstance(source, alt.Data) and isinstance(source.values, Rows):
        yield source.name, source.values.rows
    for part in PARTS:
        inner = getattr(chart, part, alt.Undefined)
        if inner is not alt.Undefined:
            for piece in inner if isinstance(inner, list) else [inner]:
                yield from _named_rows(piece)


def structure(spec: dict) -> str:
    """Return what a patch cannot change: the specification without its moving parts, as text."""
    title = spec.get("title")
    plain = {key: value for key, value in spec.items() if key not in ("config", "usermeta", "description")}
    if isinstance(title, dict) and isinstance(title.get("text"), str):
        plain["title"] = {**title, "text": ""}
    if "params" in plain:
        plain["params"] = [p if "select" in p else {**p, "value": None} for p in plain["params"]]
    return json.dumps(_without_rows(plain), sort_keys=True)


def _without_rows(part: object) -> object:
    """Return a part of a specification whose named datasets have no rows."""
    if isinstance(part, list):
        return [_without_rows(piece) for piece in part]
    if not isinstance(part, dict):
        return part
    if "values" in part and "name" in part and isinstance(part["values"], list):
        return {**part, "values": []}
    return {key: _without_rows(value) for key, value in part.items()}


def unchecked() -> AbstractContextManager:
    """Build charts without Altair's schema checks, which take most of a redrawing's time.

    A live chart builds its first state with the checks; later states differ in numbers and words only.
    """
    return debug_mode(False)


def chart_line(alt_text: str) -> str:
    """Return the visible sentence that says in words what a chart shows."""
    return _("What the chart shows: {alt_text}").format(alt_text=alt_text)


def bundle(spec: dict) -> dict:
    """Return the output of a chart: its specification, and its alt text as the plain form."""
    return {VEGA_LITE: spec, "text/plain": spec.get("description", _("A chart without a description"))}


def line_bundle(sentence: str) -> dict:
    """Return the output of the visible sentence, in HTML and in plain text."""
    return {"text/html": f'<p class="longwave-alt">{html.escape(sentence)}</p>', "text/plain": sentence}


def publish(spec: dict, sentence: str, extra: dict | None = None) -> None:
    """Display a chart's bundle, then its sentence. `extra` adds further forms of the chart, such as a widget's view."""
    from IPython.display import display

    display({**bundle(spec), **(extra or {})}, raw=True)
    display(line_bundle(sentence), raw=True)


def show(chart: alt.TopLevelMixin) -> None:
    """Display a chart with, below it, the line that says what it shows."""
    spec = specification(chart)
    publish(spec, chart_line(spec.get("description", _("A chart without a description"))))


def _series_table(series: object) -> str:
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
