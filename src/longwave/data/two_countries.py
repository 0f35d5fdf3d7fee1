"""The United States and China side by side, in four pairs of lessons, with figures of the two sets of cases."""

import pandas as pd

from longwave.data.frames import load
from longwave.i18n import _


def two_countries() -> pd.DataFrame:
    """Return four questions with what the cases of each country show, as sentences with their figures.

    Returns:
        A row a pair of lessons, such as "20, 27", with question, United States, China and the two together.

    Source: the datasets us_cases and cn_cases, whose rows name the pages.

    >>> two_countries().index.tolist()
    ['20, 27', '23, 25', '24, 29', '21, 28']
    """
    figures = pd.concat(load(name).set_index("fact_id")["value"] for name in ("us_cases", "cn_cases"))
    rows = {
        lessons: [text.format(**{_name(fact): _figure(figures[fact]) for fact in facts}) for text in texts]
        for lessons, (facts, *texts) in _pairs().items()
    }
    columns = [_("question"), _("United States"), _("China"), _("together")]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis(_("lessons"))


def _name(fact: str) -> str:
    """Return the name by which a text calls a fact: its id without the lesson."""
    return fact[3:].replace("-", "_")


def _figure(value: float) -> str:
    return f"{float(value):,.10g}"


def _pairs() -> dict[str, tuple[tuple[str, ...], str, str, str, str]]:
    """Return for each pair of lessons the ids of its facts and four texts that name them."""
    return {
        "20, 27": (
            ("20-aim-federal", "20-aim-federal-next", "27-second-sale", "27-third-sale", "27-again"),
            _("Who stops paying?"),
            _("an institute planned for five years has {aim_federal} million federal dollars, then {aim_federal_next}"),
            _("NIO buys slices back for {second_sale} and {third_sale} billion yuan; later Hefei pays in {again}"),
            _("after an end public money comes back"),
        ),
        "23, 25": (
            ("23-ratio-2017", "25-named"),
            _("Who checks what help did?"),
            _("clients are asked, and a model makes {ratio_2017} dollars of tax of one"),
            _("inspectors visit, and name {named} billion yuan for cars unfinished or unsold"),
            _("neither count looks at those who were not helped"),
        ),
        "24, 29": (
            ("24-plan", "24-imports", "29-list-2018", "29-tools-2024", "29-tools-2025"),
            _("What does a denial do?"),
            _("before its date China buys for {imports} billion dollars, where ASML had expected {plan} in the year"),
            _("{list_2018} items become a list; home-made tools go from {tools_2024} to {tools_2025} % in a year"),
            _("the denied builds; whether it bought early is disputed"),
        ),
        "21, 28": (
            ("21-three-promised-2023", "21-three-given-2023", "28-rise", "28-claims-total"),
            _("What is counted?"),
            _("{three_promised_2023} billion dollars authorised, {three_given_2023} given"),
            _("aid lifts filings by {rise} % or more; in one city claims in all by {claims_total} %"),
            _("the first count is the larger one; ask for the last"),
        ),
    }
