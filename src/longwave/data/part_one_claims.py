"""What Part I leaves of the five claims in paper 000's strongest case."""

import pandas as pd

from longwave.i18n import _


def part_one_claims() -> pd.DataFrame:
    """Return the paper's five claims, each with the lessons that tried it and our verdict.

    The verdicts repeat what cells of those lessons find. Their models hold invented numbers, so they say what can
    happen and on which condition, and not how often it does.

    >>> part_one_claims().loc["efficiency", "lessons"]
    '04'
    """
    verdicts = {
        _("efficiency"): (
            "04",
            _(
                "possible: stops a tenth as long cut a wait from 26.2 to 1.3 hours; "
                "for real plants we have a seller's word"
            ),
        ),
        _("users join in"): (
            "06, 07",
            _(
                "in part: users add what the firm cannot join itself, but a pool needs 34 machines first, "
                "and bought reviews mislead"
            ),
        ),
        _("networks"): (
            "08, 09",
            _(
                "on conditions: a few far links carry news and can stop a knack; "
                "where nobody replaces an input, all output can stop"
            ),
        ),
        _("crossing borders"): (
            "10",
            _(
                "not shown: none of the paper's 12 cases has a number; orders pay beside a rival only "
                "if misfit or savings are large enough"
            ),
        ),
        _("created, so kept"): (
            "02, 10",
            _(
                "no: a second licence makes 18 of 10 and leaves nothing sure; "
                "an order at 58 destroys value and pays its maker"
            ),
        ),
    }
    columns = [_("lessons"), _("what stands")]
    return pd.DataFrame.from_dict(verdicts, orient="index", columns=columns).rename_axis(_("claim"))
