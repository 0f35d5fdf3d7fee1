"""The reader's own guess, drawn into a chart that shows the truth."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import GROUND, PLUM, data
from longwave.checks import InputError
from longwave.i18n import _, written_number

DASHES = [6, 4]
LIFTED = ("title", "description", "width", "height", "usermeta", "config")  # what belongs to the whole chart

Domain = tuple[float, float]
Ends = list[Any] | None  # of the axis as the chart fixes them, numbers or expressions; None where it does not


def with_guess(
    chart: alt.Chart | alt.LayerChart, guess: float | tuple[float, float] | None, axis: str
) -> alt.Chart | alt.LayerChart:
    """Return the chart with the reader's guess on one of its axes, or the same chart where there is no guess.

    A number becomes a dashed line, a range a dashed band, each with a label, and the alt text says it in words. A guess
    that lies beyond the ends of the axis is drawn at its end, and the label says so.

    Args:
        chart: one chart, plain or layered; of joined charts give one part.
        guess: what `longwave.tasks.kept_guess` returns.
        axis: "x" or "y", whichever carries the guessed number; its scale must be one of numbers.

    Raises:
        InputError: if the chart has no such axis.
    """
    domain, scale = _domain_of(chart, axis)
    if guess is None:
        return chart
    ends = guess if isinstance(guess, tuple) else (guess, guess)
    places = tuple(min(max(end, domain[0]), domain[1]) for end in ends)
    words = _label(ends, is_beyond=places != ends)
    rows = pd.DataFrame({"low": [places[0]], "high": [places[1]], "label": [words]})
    mark = _band(rows, axis, scale) if isinstance(guess, tuple) else _line(rows, axis, scale)
    label = _text(rows, axis, scale, at_left=sum(places) / 2 <= sum(domain) / 2)
    return _joined(chart, mark, label, words, is_band=isinstance(guess, tuple))


def _label(ends: tuple[float, float], is_beyond: bool) -> str:
    """Return the words of the label."""
    low, high = map(written_number, ends)
    said = low if low == high else _("{low} to {high}").format(low=low, high=high)
    message = _("Your guess: {guess} (beyond the axis)") if is_beyond else _("Your guess: {guess}")
    return message.format(guess=said)


def _line(rows: pd.DataFrame, axis: str, ends: Ends) -> alt.Chart:
    mark = alt.Chart(data("guess", rows)).mark_rule(color=PLUM, strokeWidth=2, strokeDash=DASHES)
    drawn: alt.Chart = mark.encode(**{axis: _position(axis, "low", ends)})
    return drawn


def _band(rows: pd.DataFrame, axis: str, ends: Ends) -> alt.Chart:
    mark = alt.Chart(data("guess", rows)).mark_rect(
        color=PLUM, fillOpacity=0.12, stroke=PLUM, strokeWidth=2, strokeDash=DASHES
    )
    other_end = alt.X2("high:Q") if axis == "x" else alt.Y2("high:Q")
    drawn: alt.Chart = mark.encode(**{axis: _position(axis, "low", ends), f"{axis}2": other_end})
    return drawn


def _text(rows: pd.DataFrame, axis: str, ends: Ends, at_left: bool) -> alt.LayerChart:
    """Return the label: above the plot where the guess is on x, at the right end of its line where it is on y.

    It is written twice, first with a broad white edge, so that it can be read where it crosses other marks.
    """
    look: dict[str, Any]
    place: dict[str, Any]
    if axis == "x":
        look = {"align": "left" if at_left else "right", "baseline": "bottom", "dy": -3}
        place = {"x": _position("x", "low" if at_left else "high", ends), "y": alt.value(0)}
    else:
        look = {"align": "right", "baseline": "bottom", "dx": -4, "dy": -3}
        place = {"y": _position("y", "high", ends), "x": alt.value("width")}
    base = alt.Chart(data("guess", rows))
    look.update(fontWeight="bold", fontSize=12)
    edge = base.mark_text(color=GROUND, stroke=GROUND, strokeWidth=5, **look)
    words = base.mark_text(color=PLUM, **look)
    return alt.layer(*(text.encode(text=alt.Text("label:N"), **place) for text in (edge, words)))


def _position(axis: str, field: str, ends: Ends) -> alt.X | alt.Y:
    """Return the place of a guess. It repeats the ends of the axis, which a band would otherwise stretch to zero."""
    scale = alt.Undefined if ends is None else alt.Scale(domain=ends)
    return alt.X(f"{field}:Q", scale=scale) if axis == "x" else alt.Y(f"{field}:Q", scale=scale)


def _joined(
    chart: alt.Chart | alt.LayerChart, mark: alt.Chart, label: alt.LayerChart, words: str, is_band: bool
) -> alt.LayerChart:
    """Return one layered chart that has the title, words and size of the first. A band lies behind what is drawn."""
    inner = chart.copy(deep=False)
    whole = {name: inner[name] for name in LIFTED if getattr(inner, name, alt.Undefined) is not alt.Undefined}
    for name in whole:
        inner[name] = alt.Undefined
    joined = alt.layer(*([mark, inner, label] if is_band else [inner, mark, label]))
    for name, value in whole.items():
        joined[name] = value
    mark_in_words = _("Dashed band. {words}.") if is_band else _("Dashed line. {words}.")
    joined.description = f"{whole.get('description', '')} {mark_in_words.format(words=words)}".strip()
    return joined


def _domain_of(chart: object, axis: str) -> tuple[Domain, Ends]:
    """Return the ends of an axis of numbers, as far as the chart or a parameter fixes them, and the same as written."""
    if not isinstance(chart, alt.Chart | alt.LayerChart):
        raise InputError("chart must be one chart, plain or layered; of joined charts give one part.")
    if axis not in ("x", "y"):
        raise InputError(f'axis must be "x" or "y", not {axis!r}.')
    spec = chart.to_dict(validate=False)
    found = [encoding[axis] for encoding in _encodings(spec) if axis in encoding]
    if not any(channel.get("type") == "quantitative" for channel in found):
        raise InputError(f"the chart must have an axis of numbers on {axis}.")
    values = {param["name"]: param.get("value") for param in spec.get("params", [])}
    for channel in found:
        domain = (channel.get("scale") or {}).get("domain")
        if not isinstance(domain, list) or len(domain) != 2:
            continue
        ends = [values.get(end.get("expr")) if isinstance(end, dict) else end for end in domain]
        numbers = [float(end) for end in ends if isinstance(end, int | float)]
        if len(numbers) == 2:
            return (min(numbers), max(numbers)), domain
    return (float("-inf"), float("inf")), None


def _encodings(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the encodings of a specification and of its layers."""
    yield spec.get("encoding", {})
    for layer in spec.get("layer", []):
        yield from _encodings(layer)
