"""What lessons 25 to 32 leave of the two papers' paths for China."""

import pandas as pd

from longwave.data.ledgers import verdicts_in_words
from longwave.i18n import _


def part_four_claims() -> pd.DataFrame:
    """Return what the papers say on each path, the verdicts of the ledger, and what stands.

    The verdicts are counted claim by claim over the lesson's own claims. What stands repeats the lesson's finding, and
    a test keeps its numbers those of the lesson.

    >>> part_four_claims().loc["28", "verdicts"]
    '8 cannot verify'
    """
    rows = {lesson: (said, verdicts_in_words(lesson), stands) for lesson, (said, stands) in _findings().items()}
    columns = [_("the papers"), _("verdicts"), _("what stands")]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis(_("lesson"))


def _findings() -> dict[str, tuple[str, str]]:
    """Return for each lesson what the papers say and what its tests left of it."""
    return {
        "25": (
            _("small firms wait with what pays back late"),
            _("waiting halves 25 years to 12.5 at a spread of 0.2; months it explains only at 1.20"),
        ),
        "26": (
            _("a public base with monopoly; cloud and terminals as one"),
            _("on conditions: users pay 36 instead of 68 if it costs no more; the cloud is sooner from a load of 0.66"),
        ),
        "27": (
            _("public money shares risk with private money"),
            _("a first loss does, a cap hardly; 26 % of funds had met their target"),
        ),
        "28": (
            _("universities leave most patents unused"),
            _("by the printed rates, which no source confirms; pay and punishment are not yet tried apart"),
        ),
        "29": (
            _("base technologies get too little"),
            _("in the model: aid on both sides brings 44 %, where the sum is 39; at birth none can be told"),
        ),
        "30": (
            _("strict along a chain, milder side by side"),
            _("no: contracts set the sign, from 80 or 46.7 to 60; laboratories may merge, firms cost output"),
        ),
        "31": (
            _("pick leaders and tilt policy to them; let factors move"),
            _("luck keeps 5.9 of ten leaders where six stayed; freeing inputs brings 21 to 27 %"),
        ),
        "32": (
            _("five lines of advice; gains enlarge, add up and multiply"),
            _("six lines; which function holds has to be measured"),
        ),
    }
