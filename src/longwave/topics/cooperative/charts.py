"""Charts of who can capture what: ranges of stable shares, and the triangle of all splits among three players."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, PALE, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.cooperative.models.contracts import confidence_crossing

HEIGHT_OF_TRIANGLE = 3**0.5 / 2
KEY_X = 0.8  # where the key of the triangle is, right of its slope


def capture_chart(frame: pd.DataFrame, title: str, limit: float, subtitle: str | None = None) -> alt.LayerChart:
    """Draw, for each row, the range of stable shares; a diamond marks the Shapley value where there is one.

    `frame` has the columns who, minimum, maximum (money) and perhaps shapley; the rows keep their order. `limit` is the
    right end of the axis; it is a parameter of the chart, so that a panel can fit the axis to its values.
    """
    shown = frame.assign(range=[_("{minimum:g} to {maximum:g}").format_map(row) for row in frame.to_dict("records")])
    parts = [_("{who}: {minimum:g} to {maximum:g}").format_map(row) for row in frame.to_dict("records")]
    words = _("{title}. Stable shares, as bars from least to most. {ranges}.").format(
        title=title, ranges="; ".join(parts)
    )
    x = alt.X(
        "minimum:Q",
        title=_("Share in a stable split (money)"),
        scale=alt.Scale(domain=[0, alt.ExprRef("limit")], nice=False),
        axis=alt.Axis(tickCount=10),
    )
    y = alt.Y(
        "who:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, labelLimit=240, labelPadding=8)
    )
    base = alt.Chart(data("ranges", shown))
    layers = [
        base.mark_bar(height=18, color=BLUE).encode(x=x, x2=alt.X2("maximum:Q"), y=y),
        base.mark_tick(color=INK, thickness=4, size=26, opacity=1).encode(x=alt.X("minimum:Q"), y=y),
        base.mark_text(align="left", baseline="bottom", dx=4, dy=-13, fontSize=13).encode(
            x=alt.X("minimum:Q"), y=y, text=alt.Text("range:N")
        ),
    ]
    if "shapley" in frame:
        layers.append(
            base.mark_point(shape="diamond", filled=True, size=120, color=RUST, opacity=1, stroke="white").encode(
                x=alt.X("shapley:Q"), y=y, tooltip=[alt.Tooltip("shapley:Q", title=_("Shapley value"))]
            )
        )
    note = subtitle or _("Black edge: what is sure. Bar: what may be won.")
    chart = alt.layer(*layers).add_params(alt.param(name="limit", value=limit))
    return finish(chart, title, words, subtitle=note, height=58 * len(frame) + 24)


def licence_choice_chart(choices: pd.DataFrame) -> alt.LayerChart:
    """Draw what each of two contracts makes sure for the innovator, and what it makes possible.

    `choices` has the columns choice, minimum, maximum (money), the contract with fewer licences first.
    """
    few, many = choices.to_dict("records")
    if many["minimum"] < few["minimum"]:
        title = _("{choice} add value and remove your floor of {floor:g}")
        title = title.format(choice=many["choice"], floor=few["minimum"])
    else:
        title = _("{choice} keep your floor of {floor:g}").format(choice=many["choice"], floor=few["minimum"])
    frame = choices.rename(columns={"choice": "who"})
    return capture_chart(frame, title, limit=1.1 * float(choices["maximum"].max()))


def confidence_chart(bounds: pd.DataFrame) -> alt.LayerChart:
    """Draw what each choice is worth to a bargainer by her confidence: minimum + confidence · (maximum − minimum).

    `bounds` has the columns choice, minimum, maximum, one row a choice (Brandenburger and Stuart, 2007).
    """
    rows = [
        {
            "choice": row["choice"],
            "confidence": step / 10,
            "worth": (1 - step / 10) * row["minimum"] + step / 10 * row["maximum"],
        }
        for row in bounds.to_dict("records")
        for step in range(11)
    ]
    first, second = bounds.to_dict("records")
    title = _("Above a confidence of {crossing:.2g}, {second} are worth more").format(
        crossing=confidence_crossing(bounds), second=second["choice"].lower()
    )
    words = _(
        "{title}. Two rising lines against confidence from 0 to 1: "
        "“{one}” from {a:g} to {b:g}, “{two}” from {c:g} to {d:g}."
    ).format(
        title=title,
        one=first["choice"],
        a=first["minimum"],
        b=first["maximum"],
        two=second["choice"],
        c=second["minimum"],
        d=second["maximum"],
    )
    names = list(bounds["choice"])
    x = alt.X("confidence:Q", title=_("Confidence in bargaining (from 0 to 1)"), scale=alt.Scale(domain=[0, 1]))
    y = alt.Y("worth:Q", title=_("Worth to the innovator (money)"))
    color = alt.Color("choice:N", title=None, scale=alt.Scale(domain=names, range=[BLUE, RUST]), legend=None)
    frame = pd.DataFrame(rows)
    base = alt.Chart(data("worth", frame)).encode(x=x, y=y, color=color)
    dash = alt.StrokeDash("choice:N", scale=alt.Scale(domain=names, range=[[1, 0], [6, 4]]), legend=None)
    ends = alt.Chart(data("ends", frame[frame["confidence"] == 1])).mark_text(align="left", dx=6, fontSize=13)
    return finish(
        alt.layer(
            base.mark_line(strokeWidth=2.5).encode(strokeDash=dash),
            ends.encode(x=x, y=y, text=alt.Text("choice:N"), color=color),
        ),
        title,
        words,
        width=480,
        height=240,
    )


def _place(payoffs: pd.DataFrame, total: float) -> pd.DataFrame:
    """Add the place of each split in the triangle: first player on top, second at the left, third at the right."""
    first, _second, third = (payoffs[player] / total for player in payoffs.columns[:3])
    return payoffs.assign(x=third + first / 2, y=first * HEIGHT_OF_TRIANGLE)


def _split_words(row: pd.Series) -> str:
    return ", ".join(f"{share:.3g}" for share in row)


def _corner_frame(players: list[str], total: float) -> pd.DataFrame:
    """Return the triangle's corners as rows: the split that gives all to one player, and its label."""
    splits = pd.DataFrame([[total * (i == j) for j in range(3)] for i in range(3)], columns=players)
    labels = [_("{player} takes all {total:g}").format(player=player, total=total) for player in players]
    return _place(splits, total).assign(label=labels, order=[1, 2, 3])


def _plane() -> Axes:
    """Return the two axes of the plane. Every layer takes both whole: Vega-Lite cannot merge half of a hidden axis."""
    return Axes(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.12, 1.3])),
        y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.14, 1.0])),
    )


def _triangle(players: list[str], total: float) -> list[alt.Chart]:
    """Return the frame of the picture: the triangle and the names of its corners."""
    corners = _corner_frame(players, total)
    closed = pd.concat([corners, corners.iloc[:1].assign(order=4)])
    outline = alt.Chart(data("triangle", closed[["x", "y", "order"]])).mark_line(color=MUTED, strokeWidth=1.5)
    top = alt.Chart(data("top", corners.iloc[:1][["x", "y", "label"]])).mark_text(dy=-12, fontSize=13)
    low = alt.Chart(data("base", corners.iloc[1:][["x", "y", "label"]])).mark_text(dy=18, fontSize=13)
    return [
        outline.encode(**_plane(), order=alt.Order("order:Q")),
        top.encode(**_plane(), text=alt.Text("label:N")),
        low.encode(**_plane(), text=alt.Text("label:N")),
    ]


def _core_layers(core: pd.DataFrame) -> list[alt.Chart]:
    """Return the core: a filled outline, and its corners as dots so that a core of one point is seen too."""
    outline = pd.concat([core, core.iloc[:1]]).assign(order=range(1, len(core) + 1 + bool(len(core))))
    area = alt.Chart(data("core", outline[["x", "y", "order"]])).mark_line(
        color=BLUE, fill=PALE[BLUE], strokeWidth=2, strokeJoin="round"
    )
    dots = alt.Chart(data("core_corners", core[["x", "y"]])).mark_point(filled=True, color=BLUE, size=45, opacity=1)
    return [area.encode(**_plane(), order=alt.Order("order:Q")), dots.encode(**_plane())]


def _marked(name: str, split: pd.DataFrame, label: str, place: float, shape: str, color: str) -> list[alt.Chart]:
    """Return one marked split, and its line in the key at the right, clear of the triangle at any values."""
    key = pd.DataFrame({"x": [KEY_X], "y": [place], "label": [label]})
    both = pd.concat([split[["x", "y"]], key[["x", "y"]]])
    points = alt.Chart(data(name, both)).mark_point(
        shape=shape, filled=True, size=130, color=color, opacity=1, stroke="white", strokeWidth=1
    )
    words = alt.Chart(data(f"{name}_key", key)).mark_text(align="left", dx=12, fontSize=13, color=color)
    return [points.encode(**_plane()), words.encode(**_plane(), text=alt.Text("label:N"))]


def _simplex_title(core: pd.DataFrame, excess: float, shapley_is_stable: bool) -> str:
    if core.empty:
        return _("No split is stable: some pair can always gain {excess:.3g} or more").format(excess=excess)
    if shapley_is_stable:
        return _("The Shapley split is stable here")
    return _("The Shapley split is not stable: some pair would leave")


def simplex_chart(
    core: pd.DataFrame, shapley: pd.Series, nucleolus: pd.Series, excess: float, shapley_is_stable: bool
) -> alt.LayerChart:
    """Draw all splits among three players as a triangle, the stable ones shaded, and two splits marked.

    `core` has a row for each corner of the core and a column for each player (none if it is empty), `shapley` and
    `nucleolus` are shares by player, `excess` is the least-core excess.
    """
    players, total = list(shapley.index), float(shapley.sum())
    title = _simplex_title(core, excess, shapley_is_stable)
    spread = (
        _("no stable split")
        if core.empty
        else "; ".join(
            _("{player} from {low:.3g} to {high:.3g}").format(player=p, low=core[p].min(), high=core[p].max())
            for p in players
        )
    )
    words = _(
        "{title}. A triangle of all splits of {total:g} among {players}. Stable shares: {spread}. "
        "Shapley value {shapley}; nucleolus {nucleolus}."
    ).format(
        title=title,
        total=total,
        players=", ".join(players),
        spread=spread,
        shapley=_split_words(shapley),
        nucleolus=_split_words(nucleolus),
    )
    shapley_place, nucleolus_place = (
        _place(pd.DataFrame([split], columns=players), total) for split in (shapley, nucleolus)
    )
    shapley_words = _("Shapley value: {split}").format(split=_split_words(shapley))
    nucleolus_words = _("nucleolus: {split}").format(split=_split_words(nucleolus))
    layers = [
        *_core_layers(_place(core, total)),
        *_triangle(players, total),
        *_marked("nucleolus", nucleolus_place, nucleolus_words, 0.78, "circle", GREEN),
        *_marked("shapley", shapley_place, shapley_words, 0.86, "diamond", RUST),
    ]
    note = _("Each point is a split; nearer to a corner, more for that player. Shaded: the core. Shares of {players}.")
    return finish(
        alt.layer(*layers),
        title,
        words,
        subtitle=note.format(players=", ".join(players)),
        width=640,
        height=420,
    )
