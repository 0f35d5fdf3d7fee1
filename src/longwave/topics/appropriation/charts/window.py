"""Chart of the research costs for which a patent decides whether something is invented."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GROUND, INK, MUTED, PALE, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.appropriation.models.copying import outcome_stretches, patent_decides

HIGHEST = 120
ROOM_FOR_A_LABEL = 17  # of research cost: 88 pixels
SERIES_HEIGHTS = {"none": 6, "copied": 26, "alone": 26, "decides": 14}


def window_chart(with_patent: float, without: float, followers: int = 1, lead: float = 0.0) -> alt.LayerChart:
    """Draw what is invented with a patent and without, by the cost of research, and where the two rows differ.

    The arguments are those of `patent_decides`. What is not invented is a thin line; copied inventions are pale.
    """
    decides = patent_decides(with_patent, without, followers, lead, HIGHEST)
    title = _window_title(decides, lead)
    names = (_("with a patent"), _("without a patent"), _("the patent decides"))
    rows = [
        *_outcome_rows(names[0], with_patent, followers, lead),
        *_outcome_rows(names[1], without, followers, lead),
        *(_window_row(names[2], low, high, "decides", "") for low, high in decides.to_numpy(dtype=float).tolist()),
    ]
    words = _("{title}. {count}. Three rows against the cost of research. {rows}.").format(
        title=title,
        count=_("One firm could copy") if followers == 1 else _("{count} firms could copy").format(count=followers),
        rows="; ".join(_row_words(name, rows) for name in names),
    )
    axes = _window_axes(names)
    frame = pd.DataFrame(rows)
    note = _("Full bar: invented, dark if nobody copies, pale if copied. Thin line: not invented.")
    layers = [*_window_bars(frame, axes), *_window_labels(frame, axes)]
    return finish(alt.layer(*layers), title, words, subtitle=note, width=580, height=190)


def _window_axes(names: tuple[str, ...]) -> Axes:
    return Axes(
        x=alt.X(
            "low:Q",
            title=_("Cost of research (a lone seller earns 100)"),
            scale=alt.Scale(domain=[0, HIGHEST], nice=False),
            axis=alt.Axis(values=list(range(0, HIGHEST + 1, 20))),
        ),
        y=alt.Y(
            "row:N",
            title=None,
            scale=alt.Scale(domain=list(names)),
            axis=alt.Axis(labelFontSize=13, ticks=False, domain=False, labelLimit=200, labelPadding=8),
        ),
    )


def _window_bars(frame: pd.DataFrame, axes: Axes) -> list[alt.Chart]:
    """Return a layer for each kind of stretch: told apart by height and by how dark it is."""
    looks = {
        "none": {"color": MUTED},
        "copied": {"color": PALE[BLUE], "stroke": BLUE},
        "alone": {"color": BLUE, "stroke": BLUE},
        "decides": {"color": RUST},
    }
    return [
        alt.Chart(data(kind, frame[frame["kind"] == kind][["row", "low", "high"]]))
        .mark_bar(height=SERIES_HEIGHTS[kind], **look)
        .encode(**axes, x2=alt.X2("high:Q"))
        for kind, look in looks.items()
    ]


def _window_title(decides: pd.DataFrame, lead: float) -> str:
    """Return the finding: where the patent decides, or that it decides nothing."""
    if decides.empty:
        return _("With a lead of {lead:.0%} the patent no longer decides what is invented").format(lead=lead)
    if len(decides) == 1:
        return _("The patent decides only where research costs {low:.0f} to {high:.0f}").format(
            low=decides["low"].iloc[0], high=decides["high"].iloc[0]
        )
    total = float((decides["high"] - decides["low"]).sum())
    return _("The patent decides in {count} stretches, {total:.1f} of 100 in all").format(
        count=len(decides), total=total
    )


def _outcome_rows(name: str, copying_share: float, followers: int, lead: float) -> list[dict[str, str | float]]:
    """Return one row's stretches; neighbours that look the same are one."""
    rows: list[dict[str, str | float]] = []
    for part in outcome_stretches(copying_share, followers, lead, HIGHEST).to_dict("records"):
        kind = ("copied" if part["copiers"] else "alone") if part["invented"] else "none"
        if rows and rows[-1]["kind"] == kind:
            rows[-1]["high"] = float(part["high"])
        else:
            label = {"copied": _("copied"), "alone": _("nobody copies"), "none": _("not invented")}[kind]
            rows.append(_window_row(name, part["low"], part["high"], kind, label))
    return rows


def _window_row(name: str, low: float, high: float, kind: str, label: str) -> dict[str, str | float]:
    return {"row": name, "low": float(low), "high": float(high), "kind": kind, "label": label}


def _row_words(name: str, rows: list[dict[str, str | float]]) -> str:
    """Return one row in words: what is so from where to where."""
    kinds = {
        "copied": _("invented and copied from {low:.1f} to {high:.1f}"),
        "alone": _("invented and not copied from {low:.1f} to {high:.1f}"),
        "none": _("not invented from {low:.1f} to {high:.1f}"),
        "decides": _("from {low:.1f} to {high:.1f}"),
    }
    parts = [kinds[str(row["kind"])].format(low=row["low"], high=row["high"]) for row in rows if row["row"] == name]
    return _("{name}: {parts}").format(name=name, parts=", ".join(parts) or _("nowhere"))


def _window_labels(frame: pd.DataFrame, axes: Axes) -> list[alt.Chart]:
    """Return what each stretch is, in words, where there is room; on dark bars in white, above thin lines in ink."""
    wide = frame.assign(place=(frame["low"] + frame["high"]) / 2)
    wide = wide[(wide["high"] - wide["low"] >= ROOM_FOR_A_LABEL) & (wide["label"] != "")]
    layers = []
    for kind, color, shift in (("none", INK, -12), ("copied", INK, 0), ("alone", GROUND, 0)):
        rows = wide[wide["kind"] == kind][["row", "place", "label"]].rename(columns={"place": "low"})
        base = alt.Chart(data(f"{kind}_labels", rows))
        layers.append(base.mark_text(fontSize=13, color=color, dy=shift).encode(**axes, text=alt.Text("label:N")))
    return layers
