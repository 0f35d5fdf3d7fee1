"""What lessons 19 to 24 leave of paper 003's account of the United States."""

import pandas as pd

from longwave.data.frames import load
from longwave.data.ledgers import verdicts_in_words
from longwave.i18n import _

LEVELS = ("firm", "industry", "system")  # the three that the paper says evolve together
SEEN = {"changed": "{level}", "disputed": "{level} (disputed)"}


def part_three_claims() -> pd.DataFrame:
    """Return what the paper says of each American field, its verdicts, what stands, and what changed in the cases.

    The verdicts are counted in the ledger, claim by claim, over the lesson's own claims; the last column is read from
    the dataset us_patterns. What stands repeats the lesson's finding, and a test keeps its numbers those of the lesson.

    >>> part_three_claims().loc["21", "verdicts"]
    '4 cannot verify'
    """
    rows = {
        lesson: (said, verdicts_in_words(lesson), stands, _beyond_the_programme(lesson))
        for lesson, (said, stands) in _findings().items()
    }
    columns = [_("the paper"), _("verdicts"), _("what stands"), _("beyond the programme")]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis(_("lesson"))


def _findings() -> dict[str, tuple[str, str]]:
    """Return for each lesson what the paper says and what its tests left of it."""
    return {
        "19": (
            _("ten laws and policies on five levers, all by one logic"),
            _("2 of ten titles are law, and four lead to one; a title's lever depends on who codes it"),
        ),
        "20": (
            _("public and private partners share costs, and institutes give back to strong regions"),
            _(
                "1.89 dollars were pledged beside a federal one; the money was to come once, "
                "and all 6 renewals that we read were paid"
            ),
        ),
        "21": (
            _("federal and private money for the institutes rose from 2015 to 2019"),
            _(
                "no source for the sums; in the whole country firms' money moves by −0.47 to 0.39% "
                "when federal money rises by 1%, which is nothing sure"
            ),
        ),
        "22": (
            _("money for artificial intelligence and training put the US in the first rank"),
            _(
                "the rank, by one count; 11 of 19 measures bring in more entrants, "
                "who come years late where a course takes years"
            ),
        ),
        "23": (
            _("help for small firms rebuilds the digital ecosystem"),
            _(
                "in part: clients' reports prove little (at 14.5 dollars of tax for one, "
                "6.9% must be due to the help); a first grant about doubles the chance of venture capital"
            ),
        ),
        "24": (
            _("innovation together with allies"),
            _("4 of 10 events name a partner abroad; a club denies only with each supplier who could serve the market"),
        ),
    }


def _beyond_the_programme(lesson: str) -> str:
    """Return for each case of a lesson the levels on which something changed, or may have."""
    patterns = load("us_patterns")
    rows = patterns[(patterns["lesson"] == lesson) & patterns["aspect"].isin(LEVELS)]
    told = []
    for case, coded in rows.groupby("case", sort=False):
        levels = zip(coded["aspect"], coded["code"], strict=True)
        found = [SEEN[code].format(level=level) for level, code in levels if code in SEEN]
        told.append(f"{case}: {', '.join(found) or _('nothing seen')}")
    return "; ".join(told)
