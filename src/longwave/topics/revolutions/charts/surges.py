"""Charts of Perez's surges, each counted from its big bang, and of the fields of patents beside them."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PALE, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.revolutions.models.surges import PHASES, surge_lengths

OPEN_UNTIL = 2026  # where the bar of a phase that is still open ends; drawn with an arrow
FIELDS = ("mechanical", "electronics", "computers and communications")


def phase_names() -> dict[str, str]:
    """Return the name of each phase in the reader's language, in the order of a surge."""
    names = [_("irruption"), _("frenzy"), _("turning point"), _("synergy"), _("maturity")]
    return dict(zip(PHASES, names, strict=True))


def phase_letters() -> dict[str, str]:
    """Return a letter for each phase, for boxes that are too narrow for its name."""
    return dict(zip(PHASES, [_("I"), _("F"), _("T"), _("S"), _("M")], strict=True))


def letters_explained() -> str:
    """Return one line that says what each letter means.

    >>> letters_explained()
    'I irruption, F frenzy, T turning point, S synergy, M maturity.'
    """
    pairs = [f"{letter} {phase_names()[phase]}" for phase, letter in phase_letters().items()]
    return ", ".join(pairs) + "."


def surges_chart(surges: pd.DataFrame) -> alt.LayerChart:
    """Draw the phases of each surge by the years since its big bang; `surges` is the dataset perez_surges."""
    lengths = surge_lengths(surges)
    rows = _phase_rows(surges)
    closed = lengths["installation"].iloc[:-1]
    title = _(
        "The turning point begins {low:.0f} to {high:.0f} years after four big bangs, {last:.0f} after the fifth"
    ).format(low=closed.min(), high=closed.max(), last=lengths["installation"].iloc[-1])
    words = _("{title}. A bar for each surge, cut into phases: {surges}.").format(
        title=title,
        surges="; ".join(
            _("surge {number} from {bang:.0f}, turning point after {years:.0f} years").format(
                number=surge, bang=row["big_bang"], years=row["installation"]
            )
            for surge, row in lengths.iterrows()
        ),
    )
    names = list(phase_names().values())
    x = alt.X("start:Q", title=_("Years since the big bang"), scale=alt.Scale(domain=[-2, 68], nice=False))
    y = alt.Y("surge:N", title=None, axis=alt.Axis(labelLimit=230), sort=None)
    colour = alt.Color(
        "phase:N",
        legend=alt.Legend(orient="top", title=None),
        scale=alt.Scale(domain=names, range=[PALE[GREY], PALE[RUST], RUST, PALE[BLUE], PALE[GREEN]]),
    )
    bars = alt.Chart(data("phases", rows)).mark_bar(stroke=MUTED, strokeWidth=0.6, height=20)
    letters = alt.Chart(data("letters", rows.assign(start=(rows["start"] + rows["end"]) / 2)))
    dark = alt.condition(alt.datum.phase == phase_names()["turning point"], alt.value("white"), alt.value(INK))
    return finish(
        alt.layer(
            bars.encode(x=x, x2=alt.X2("end:Q"), y=y, color=colour),
            letters.mark_text(fontSize=12, fontWeight=600).encode(x=x, y=y, text=alt.Text("letter:N"), color=dark),
        ),
        title,
        words,
        subtitle=[letters_explained(), _("An arrow: the phase is still open. Gaps and overlaps are in her dates.")],
        height=180,
    )


def _phase_rows(surges: pd.DataFrame) -> pd.DataFrame:
    """Return one row a phase; where phases overlap, a later one begins at the end of the one before it."""
    letters, names = phase_letters(), phase_names()
    is_open = surges["last_year"].isna()
    last = surges["last_year"].fillna(OPEN_UNTIL).astype(float)
    label = _("{number} · {bang}")
    rows = pd.DataFrame(
        {
            "surge": [
                label.format(number=number, bang=bang)
                for number, bang in zip(surges["surge"], surges["big_bang_year"], strict=True)
            ],
            "phase": surges["phase"].map(names).to_list(),
            "letter": [
                letters[phase] + (" →" if still else "") for phase, still in zip(surges["phase"], is_open, strict=True)
            ],
            "start": (surges["first_year"] - surges["big_bang_year"]).astype(float).to_list(),
            "end": (last - surges["big_bang_year"]).to_list(),
        }
    )
    following = rows.groupby("surge", sort=False)["start"].shift(-1)
    return rows.assign(end=rows["end"].where(following.isna() | (rows["end"] <= following), following))


def fields_chart(shares: pd.DataFrame, surges: pd.DataFrame) -> alt.LayerChart:
    """Draw the share of three fields in all patents, with the installation of surges 3 to 5 shaded.

    Args:
        shares: Per cent of all patents, indexed by year, with the columns of `FIELDS` or more.
        surges: The dataset perez_surges.
    """
    lengths = surge_lengths(surges).loc[3:]
    bands = pd.DataFrame(
        {
            "year": lengths["big_bang"].to_numpy(),
            "end": (lengths["big_bang"] + lengths["installation"]).to_numpy(),
            "label": [_("surge {number}").format(number=number) for number in lengths.index],
            "percent": 49.0,
        }
    )
    start, last = shares.index.min(), shares.index.max()
    title = _("Two of the three fields rose while their surge was installed; the car's did not")
    words = _("{title}. Share of all United States patents, {start} and {last}: {fields}.").format(
        title=title,
        start=start,
        last=last,
        fields="; ".join(f"{_names()[f]} {shares[f][start]:.0f} %, {shares[f][last]:.0f} %" for f in FIELDS),
    )
    lines = shares[list(FIELDS)].rename(columns=_names()).rename_axis("year").reset_index()
    lines = lines.melt("year", var_name="field", value_name="percent")
    names = list(_names().values())
    x = alt.X(
        "year:Q",
        title=_("Year of the grant"),
        scale=alt.Scale(domain=[int(start), int(last) + 1], nice=False),
        axis=alt.Axis(format="d"),
    )
    y = alt.Y("percent:Q", title=_("Share of all patents (%)"), scale=alt.Scale(domain=[0, 52], nice=False))
    legend = alt.Legend(orient="top", title=None, labelLimit=260, symbolSize=700)
    return finish(
        alt.layer(
            alt.Chart(data("bands", bands)).mark_rect(color=PALE[GREY]).encode(x=x, x2=alt.X2("end:Q")),
            alt.Chart(data("fields", lines))
            .mark_line(strokeWidth=2.5)
            .encode(
                x=x,
                y=y,
                color=alt.Color("field:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST, PLUM])),
                strokeDash=alt.StrokeDash("field:N", scale=alt.Scale(domain=names, range=[[1, 0], [7, 4], [2, 3]])),
            ),
            alt.Chart(data("band_names", bands))
            .mark_text(align="left", dx=2, fontSize=11, color=MUTED)
            .encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Grants in the United States, by fields of today. Grey: from the big bang to the turning point."),
        height=230,
    )


def _names() -> dict[str, str]:
    return dict(zip(FIELDS, [_("mechanical"), _("electronics"), _("computers and communications")], strict=True))
