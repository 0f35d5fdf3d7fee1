"""Charts of a class's guesses: a dot for each number, a bar for each range, and perhaps the truth as a line."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _, plural
from longwave.tasks.guess import Guess, Kept, written
from longwave.teaching.returning.class_guesses import ClassGuess, shown

PLACES = 60  # columns of dots over the width of a question
TALLEST = 420  # pixels of all rows together
TALLEST_ROW = 14
MOST_IN_WORDS = 40


def class_guess_chart(found: ClassGuess, truth: float | None) -> alt.LayerChart:
    """Draw what a class guessed at one question.

    Args:
        found: the guesses, at least one of them.
        truth: the number that was asked for; None leaves out the truth and what was guessed after it.
    """
    after = found.after if truth is not None else ()
    is_range = any(isinstance(value, tuple) for value in (*found.kept, *after))
    rows = _bars(found.kept, after) if is_range else _dots(found.question, found.kept, after)
    parts = _bar_marks(rows, found.question) if is_range else _dot_marks(rows, found.question)
    if truth is not None:
        parts += _truth_marks(truth, found.question)
    title = _title(found, truth)
    return finish(alt.layer(*parts), title, _words(title, found, after), height=_height(_count(rows)))


def _title(found: ClassGuess, truth: float | None) -> str:
    """Return the finding in one sentence, without a full stop."""
    held = None if truth is None else found.held(truth)
    said = {"question": found.question.title, "count": len(found.kept), "middle": shown(found.median or 0.0)}
    if truth is None:
        return _middle(found).format(**said)
    if held is not None:
        message = _("{question}: {held:.0%} of {count} ranges hold {truth}")
    elif found.kept:
        message = _("{finding}; the answer is {truth}")
    else:
        message = _("{question}: nobody guessed before the reveal; the answer is {truth}")
    return message.format(**said, held=held, truth=shown(truth), finding=_middle(found).format(**said))


def _middle(found: ClassGuess) -> str:
    """Return the sentence on the middle of the guesses."""
    if any(isinstance(value, tuple) for value in found.kept):
        return plural(
            "{question}: {count} range, around {middle}",
            "{question}: the median of the middles of {count} ranges is {middle}",
            len(found.kept),
        )
    return plural(
        "{question}: {count} guess, at {middle}",
        "{question}: the median of {count} guesses is {middle}",
        len(found.kept),
    )


def _words(title: str, found: ClassGuess, after: Sequence[Kept]) -> str:
    """Return the alt text: the finding, and each guess with how many made it."""
    parts = [_("{title}. Guesses: {guesses}.").format(title=title, guesses=_listed(found.kept))]
    if after:
        parts.append(_("After the reveal: {guesses}.").format(guesses=_listed(after)))
    return " ".join(parts)


def _listed(values: Sequence[Kept]) -> str:
    """Return different guesses with how many made each, as many as can be listened to."""
    counts = Counter(map(written, values))
    shown = [_("{guess} ({count})").format(guess=guess, count=count) for guess, count in counts.items()]
    if len(shown) > MOST_IN_WORDS:
        shown = [*shown[:MOST_IN_WORDS], _("and {count} more").format(count=len(shown) - MOST_IN_WORDS)]
    return "; ".join(shown) or _("none")


def _stages() -> tuple[str, str]:
    return _("before the reveal"), _("after the reveal")


def _dots(question: Guess, kept: Sequence[Kept], after: Sequence[Kept]) -> pd.DataFrame:
    """Return a row for each number, its place counted from 0 upwards among those near it, first those that count."""
    taken: dict[int, int] = {}
    rows: list[dict[str, Any]] = []
    for stage, values in zip(_stages(), (kept, after), strict=True):
        for value in values:
            column = round((float(value) - question.low) / question.width * PLACES)  # type: ignore[arg-type]
            place = taken[column] = taken.get(column, -1) + 1
            rows.append({"stage": stage, "guess": value, "place": place})
    return pd.DataFrame(rows)


def _bars(kept: Sequence[Kept], after: Sequence[Kept]) -> pd.DataFrame:
    """Return a row for each range, from the lowest up, first those that count."""
    ranges = [(stage, value) for stage, values in zip(_stages(), (kept, after), strict=True) for value in values]
    return pd.DataFrame(
        [
            {"stage": stage, "low": value[0], "high": value[1], "place": place}
            for place, (stage, value) in enumerate(ranges)
            if isinstance(value, tuple)
        ]
    )


def _axis(question: Guess, field: str) -> alt.X:
    scale = alt.Scale(domain=[question.low, question.high], nice=False)
    title = _("{question} ({expects})").format(question=question.title, expects=question.expects)
    return alt.X(f"{field}:Q", title=title, scale=scale)


def _rows_axis(rows: pd.DataFrame) -> alt.Y:
    return alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[-1, _count(rows)], nice=False))


def _by_stage(rows: pd.DataFrame, channel: Any, looks: list[Any]) -> Any:
    """Return what tells guesses before the reveal from those after it; nothing has to be told where all are of one."""
    legend = alt.Legend(orient="top", title=None) if rows["stage"].nunique() > 1 else None
    return channel("stage:N", scale=alt.Scale(domain=list(_stages()), range=looks), legend=legend)


def _dot_marks(rows: pd.DataFrame, question: Guess) -> list[alt.Chart]:
    size = min(90.0, (_height(_count(rows)) / (_count(rows) + 1)) ** 2)
    dots = alt.Chart(data("guesses", rows)).mark_point(size=size, filled=True, opacity=1)
    looks = {
        "color": _by_stage(rows, alt.Color, [BLUE, RUST]),
        "shape": _by_stage(rows, alt.Shape, ["circle", "diamond"]),
    }
    return [dots.encode(x=_axis(question, "guess"), y=_rows_axis(rows), **looks)]


def _bar_marks(rows: pd.DataFrame, question: Guess) -> list[alt.Chart]:
    """Return the ranges, with a tick at both ends so that one without width can be seen."""
    thickness = max(1.0, min(6.0, _height(_count(rows)) / _count(rows) / 2))
    color = _by_stage(rows, alt.Color, [BLUE, RUST])
    dashes = _by_stage(rows, alt.StrokeDash, [[1, 0], [4, 3]])
    base = alt.Chart(data("guesses", rows)).encode(y=_rows_axis(rows), color=color)
    bars = base.mark_rule(strokeWidth=thickness, opacity=1)
    ticks = base.mark_tick(size=2 * thickness, thickness=2, opacity=1)
    return [
        bars.encode(x=_axis(question, "low"), x2=alt.X2("high:Q"), strokeDash=dashes),
        *(ticks.encode(x=_axis(question, end)) for end in ("low", "high")),
    ]


def _truth_marks(truth: float, question: Guess) -> list[alt.Chart]:
    rows = pd.DataFrame({"truth": [truth], "label": [_("It is {truth}").format(truth=shown(truth))]})
    base = alt.Chart(data("truth", rows)).encode(x=_axis(question, "truth"))
    align = "left" if truth <= (question.low + question.high) / 2 else "right"
    label = base.mark_text(color=INK, fontWeight="bold", align=align, baseline="bottom", dy=-3)
    return [
        base.mark_rule(color=INK, strokeWidth=2),
        label.encode(y=alt.value(0), text=alt.Text("label:N")),
    ]


def _count(rows: pd.DataFrame) -> int:
    """Return how many places one above the other are taken."""
    return int(rows["place"].max()) + 1


def _height(count: int) -> int:
    return max(70, min(TALLEST, TALLEST_ROW * (count + 1)))
