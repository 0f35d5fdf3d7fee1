"""The chart of what the cases of Part III share: a grid of cases and patterns."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _

PATTERNS = (
    "announced is not paid",
    "one outside decides",
    "promise to stop",
    "word against comparison",
    "effect before the deed",
)


def pattern_names() -> dict[str, str]:
    """Return the words for each pattern of the dataset us_patterns, in the order of the grid."""
    words = (
        _("announced, not paid"),
        _("one outside decides"),
        _("promise to stop"),
        _("word or comparison"),
        _("effect before deed"),
    )
    return dict(zip(PATTERNS, words, strict=True))


def patterns_chart(patterns: pd.DataFrame) -> alt.LayerChart:
    """Draw the dataset us_patterns as a grid: a row a case, a column a pattern, a word where a page shows it."""
    names = pattern_names()
    rows = patterns[patterns["aspect"].isin(PATTERNS)]
    counts = rows["aspect"].value_counts()
    cases = list(dict.fromkeys(patterns["case"]))
    title = _(
        "No pattern returns in more than {count} of {cases} cases; of {made} promises to stop, {kept} was kept"
    ).format(
        count=counts.max(),
        cases=len(cases),
        kept=int((rows["code"] == "kept").sum()),
        made=int((rows["aspect"] == "promise to stop").sum()),
    )
    said = {"yes": _("yes"), "disputed": _("disputed"), "kept": _("kept"), "broken": _("broken")}
    listed = "; ".join(
        f"{row['case']}: {names[row['aspect']]} ({said[row['code']]})" for _place, row in rows.iterrows()
    )
    words = _("{title}. A grid of cases and patterns. {listed}.").format(title=title, listed=listed)
    grid = pd.DataFrame([(case, name) for case in cases for name in names.values()], columns=["case", "pattern"])
    cells = pd.DataFrame(
        {
            "case": rows["case"],
            "pattern": rows["aspect"].map(names),
            "said": rows["code"].map(said),
            "words": rows["words"],
        }
    )
    x = alt.X(
        "pattern:N",
        title=None,
        sort=list(names.values()),
        scale=alt.Scale(domain=list(names.values())),
        axis=alt.Axis(orient="top", labelAngle=0, labelLimit=140),
    )
    y = alt.Y("case:N", title=None, sort=cases, scale=alt.Scale(domain=cases), axis=alt.Axis(labelLimit=160))
    inks = alt.Scale(domain=list(said.values()), range=[PALE[BLUE], PALE[GREY], PALE[GREEN], PALE[RUST]])
    empty = alt.Chart(data("grid", grid)).mark_rect(fill=None, stroke=PALE[GREY], strokeWidth=1).encode(x=x, y=y)
    base = alt.Chart(data("cells", cells)).encode(x=x, y=y, tooltip=[alt.Tooltip("words:N", title=_("seen"))])
    filled = base.mark_rect(stroke=GREY).encode(color=alt.Color("said:N", scale=inks, legend=None))
    texts = base.mark_text(color=INK).encode(text="said:N")
    note = _("Empty: none of the pages opened shows it, which is not a no.")
    return finish(alt.layer(empty, filled, texts), title, words, subtitle=note, width=620, height=270)
