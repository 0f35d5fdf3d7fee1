"""Charts of printed numbers: products beside what is printed, two averages, and a money cell of paper 003."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, GROUND, INK, MUTED, RUST, data, finish
from longwave.i18n import _, plural

READING_LIMITS = [0.1, 100]
HOUR_LIMITS = [0, 1500]  # thousand dollars, which is also what the guess allows


def products_chart(products: pd.DataFrame) -> alt.LayerChart:
    """Draw how large each product is beside the number that is printed for it, with what rounding alone allows.

    `products` is from `compare_products`: a row for each claim, with times, least, most and fits.
    """
    title = _products_title(products)
    rows = products.reset_index()
    ends = zip(rows["times"], rows["least"], rows["most"], strict=True)
    shown = _("× {times:.2f} ({least:.2f} to {most:.2f})")
    rows["label"] = [shown.format(times=times, least=least, most=most) for times, least, most in ends]
    rows["kind"] = [_("fits what is printed") if fits else _("does not fit") for fits in rows["fits"]]
    said = "; ".join(f"{row['claim']}: {row['times']:.2f}" for row in rows.to_dict("records"))
    words = _(
        "{title}. A mark for each product, as a multiple of the printed number, with a bar for what rounding allows, "
        "and a line at 1: {said}."
    ).format(title=title, said=said)
    limits = [round(min(0.8, 0.95 * rows["least"].min()), 2), round(max(1.2, 1.45 * rows["most"].max()), 2)]
    scale = alt.Scale(domain=limits, nice=False, zero=False)
    x = alt.X("times:Q", title=_("Product, as a multiple of the printed number"), scale=scale)
    y_axis = alt.Axis(labelFontSize=13, ticks=False, labelLimit=320, labelPadding=8)
    y = alt.Y("claim:N", title=None, sort=None, axis=y_axis)
    kinds = [_("fits what is printed"), _("does not fit")]
    legend = alt.Legend(orient="top", labelFontSize=13, symbolOpacity=1)
    color = alt.Color("kind:N", title=None, legend=legend, scale=alt.Scale(domain=kinds, range=[BLUE, RUST]))
    shapes = alt.Scale(domain=kinds, range=["circle", "triangle-up"])
    shape = alt.Shape("kind:N", title=None, legend=legend, scale=shapes)
    columns = ["claim", "times", "least", "most", "label", "kind"]
    base = alt.Chart(data("products", rows[columns]))
    one = alt.Chart(data("printed", pd.DataFrame({"one": [1.0]}))).mark_rule(color=MUTED, strokeDash=[5, 4])
    bar = {"x": alt.X("least:Q", scale=scale), "x2": alt.X2("most:Q")}
    at_end = alt.X("most:Q", scale=scale)
    return finish(
        alt.layer(
            one.encode(x=alt.X("one:Q", scale=scale)),
            base.mark_rule(strokeWidth=9, opacity=0.4).encode(y=y, color=color, **bar),
            base.mark_point(filled=True, size=60, opacity=1).encode(x=x, y=y, color=color, shape=shape),
            base.mark_text(align="left", dx=10, fontSize=13, color=INK).encode(x=at_end, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("The bar, and the range in brackets, are what rounding alone allows; 1 is what is printed."),
        width=400,
        height=40 * len(rows),
    )


def _products_title(products: pd.DataFrame) -> str:
    """Return the finding: how many products fit, and how large the one is that fits least."""
    count, fitting = len(products), int(products["fits"].sum())
    if fitting == count:
        fits = plural("The product fits what is printed", "All {count} products fit what is printed", count)
        return fits.format(count=count)
    times = float(products.loc[~products["fits"], "times"].max())
    message = _("{fitting} of {count} products fit what is printed; one is {times:.2f} times as large")
    return message.format(fitting=fitting, count=count, times=times)


def hours_chart(cars: float, others: float, every: float, printed: float) -> alt.LayerChart:
    """Draw what an hour of downtime costs by four counts, in thousand dollars, and how far the printed mean is off.

    `cars`, `others` and `every` are what the report's own sums and hours give for car plants, for all other plants and
    for both together; `printed` is the mean that it prints.
    """
    times = printed / every
    title = _("The mean that is printed is {times:.2f} times what an hour costs by the report's own sums")
    title = title.format(times=times)
    by_sums = _("cost over hours, from the report's sums")
    rows = pd.DataFrame(
        {
            "what": [_("Car plants"), _("Mean that is printed"), _("All plants together"), _("All but car plants")],
            "thousand": [cars, printed, every, others],
            "kind": [by_sums, _("printed"), by_sums, by_sums],
        }
    )
    rows["label"] = [f"{value:,.0f}" for value in rows["thousand"]]
    said = "; ".join(f"{row['what']} {row['label']}" for row in rows.to_dict("records"))
    words = _("{title}. Four marks on a scale of thousand dollars an hour: {said}.").format(title=title, said=said)
    scale = alt.Scale(domain=HOUR_LIMITS, nice=False)
    x = alt.X("thousand:Q", title=_("What an hour of downtime costs (thousand US dollars)"), scale=scale)
    y_axis = alt.Axis(labelFontSize=13, ticks=False, grid=True, labelPadding=8)
    y = alt.Y("what:N", title=None, sort=list(rows["what"]), axis=y_axis)
    kinds = [by_sums, _("printed")]
    legend = alt.Legend(orient="bottom", labelFontSize=13, labelLimit=320)
    color = alt.Color("kind:N", title=None, legend=legend, scale=alt.Scale(domain=kinds, range=[BLUE, GREY]))
    shape = alt.Shape("kind:N", title=None, legend=legend, scale=alt.Scale(domain=kinds, range=["circle", "square"]))
    base = alt.Chart(data("hours", rows)).encode(x=x, y=y)
    points = base.mark_point(filled=True, size=150, opacity=1).encode(color=color, shape=shape)
    text = alt.Text("label:N")
    edge = base.mark_text(align="left", dx=12, fontSize=13, color=GROUND, stroke=GROUND, strokeWidth=5).encode(
        text=text
    )
    labels = base.mark_text(align="left", dx=12, fontSize=13).encode(text=text)
    gap = pd.DataFrame([{"what": _("Mean that is printed"), "from": every, "to": printed, "times": f"× {times:.2f}"}])
    across = alt.Chart(data("gap", gap)).encode(y=y)
    reach = across.mark_rule(color=MUTED, strokeWidth=2).encode(x=alt.X("from:Q", scale=scale), x2=alt.X2("to:Q"))
    said_gap = across.mark_text(align="right", dx=-8, fontSize=13, color=INK).encode(
        x=alt.X("from:Q", scale=scale), text=alt.Text("times:N")
    )
    note = _("The line is the gap between the two means; what rounding allows is narrower than each mark.")
    layers = alt.layer(reach, said_gap, points, edge, labels)
    return finish(layers, title, words, subtitle=note, width=520, height=160)


def reading_chart(federal: float, others: float, unit_million_usd: float, checked_million_usd: float) -> alt.LayerChart:
    """Draw one reading of a money cell beside the checked sum, on a logarithmic scale of billion dollars.

    `federal` and `others` are the two numbers of the cell, `unit_million_usd` is what one of them means.
    """
    total = (federal + others) * unit_million_usd / 1000
    checked = checked_million_usd / 1000
    times = total / checked
    if abs(times - 1) < 0.005:
        title = _("Read this way, ARM costs {total:.3g} billion dollars: the checked sum").format(total=total)
    else:
        title = _("Read this way, ARM costs {total:.3g} billion dollars: {times:.3g} times too much")
        title = title.format(total=total, times=times)
    words = _(
        "{title}. Two marks on a logarithmic scale of billion dollars: "
        "this reading {total:.3g}, as announced {checked:.3g}."
    ).format(title=title, total=total, checked=checked)
    what = [_("This reading"), _("As announced")]
    labels = [f"{total:.3g}  (× {times:.3g})", f"{checked:.3g}"]
    frame = pd.DataFrame({"what": what, "billion": [total, checked], "label": labels})
    gap = pd.DataFrame([{"what": what[0], "from": checked, "to": total}])
    scale = alt.Scale(type="log", domain=READING_LIMITS)
    x = alt.X(
        "billion:Q",
        title=_("Billion US dollars, each line ten times the last"),
        scale=scale,
        axis=alt.Axis(values=[0.1, 1, 10, 100], format="~g"),
    )
    y = alt.Y("what:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, grid=True, labelPadding=8))
    base = alt.Chart(data("reading", frame)).encode(x=x, y=y)
    color = alt.Color("what:N", scale=alt.Scale(domain=what, range=[RUST, GREY]), legend=None)
    shape = alt.Shape("what:N", scale=alt.Scale(domain=what, range=["circle", "square"]), legend=None)
    points = base.mark_point(filled=True, size=220, opacity=1).encode(color=color, shape=shape)
    words_at = base.mark_text(align="left", dx=14, fontSize=14).encode(text=alt.Text("label:N"))
    ends = {"x": alt.X("from:Q", scale=scale), "x2": alt.X2("to:Q")}
    reach = alt.Chart(data("gap", gap)).mark_rule(color=RUST, strokeWidth=3, opacity=0.5).encode(y=y, **ends)
    return finish(alt.layer(reach, points, words_at), title, words, width=590, height=120)
