"""What lessons 11 to 18 leave of paper 003's account of how technology changes an industry."""

import pandas as pd

from longwave.data.frames import load
from longwave.i18n import _

TABLE = "003-p011"  # the passage that holds the paper's table of revolutions


def part_two_claims() -> pd.DataFrame:
    """Return what the paper says, lesson by lesson, the lesson's test, its verdict, and what it taught of solar cells.

    Each row repeats its own lesson's verdict; a test keeps each number one that the lesson shows, and the verdicts on
    the table of revolutions are counted in the ledger.

    >>> list(part_two_claims().index)
    ['11', '12', '13', '14', '15', '16', '17', '18']
    """
    columns = [_("the paper"), _("the test"), _("what stands"), _("for solar cells")]
    rows = _technology() | _industry()
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis(_("lesson"))


def _technology() -> dict[str, tuple[str, str, str, str]]:
    """Return the rows on revolutions, diffusion, selection and lock-in."""
    verdicts = load("claims").query("passage_id == @TABLE")["verdict"].value_counts()
    counts = {name: int(verdicts.get(name, 0)) for name in ("wrong", "disputed", "garbled")}
    return {
        "11": (
            _("four revolutions, compared on thirteen points in one table"),
            _("its entries in the ledger; English output, American patents and a lag for its lands"),
            _(
                "in part: of {count} claims {wrong} are “wrong”, {disputed} “disputed”, {garbled} “garbled”; the lands "
                "as printed need a lag of over 30 years, which lab 33 finds for three entries. That all bends at once "
                "fails, and the paper does not say it"
            ).format(count=int(verdicts.sum()), **counts),
            _("nothing yet: the industry begins in lesson 12"),
        ),
        "12": (
            _("firms follow, imitate and pass on the dominant design"),
            _("Bass's curve in a world where nobody copies"),
            _("neither way: Bass finds a q of 0.40 there, so a curve supports neither imitation nor its absence"),
            _("roofs in California do copy; “the same again” was too low in 32 forecasts of 32"),
        ),
        "13": (
            _("the fitter are selected, and actors that differ more grow faster"),
            _("album prices divided into parts; growth of industries that differ"),
            _(
                "in part: selection can be counted, and put 10.77 dollars back on the mean album; variety speeds "
                "growth only if spending follows what gets cheaper"
            ),
            _("n-type came to 70% where the road map said 28, and single crystals came back"),
        ),
        "14": (
            _("lower cost and higher value set off rising returns, which break the lock"),
            _("a race that a lead decides, four behind of five"),
            _(
                "in part: the forces can stop a lock if they come before it closes, are large (0.666 prefer the new) "
                "and go on. Rising returns help whoever leads"
            ),
            _("a doubling took 22.6% off the price; why silicon beat thin film is not shown"),
        ),
    }


def _industry() -> dict[str, tuple[str, str, str, str]]:
    """Return the rows on tipping, waves, places and co-evolution."""
    return {
        "15": (
            _("small and large fluctuations carry an industry to a higher level"),
            _("a model with a ridge; what busts keep is a neighbour of the claim"),
            _("can be: drift and chance work together, as the paper says; that an industry has a ridge is not decided"),
            _("Spain added 2,890 MW, then 39, then 450 and 410 under its caps, and passed its record in 2019"),
        ),
        "16": (
            _("waves of innovation get shorter"),
            _("errors of the dates as the null"),
            _("not shown, not refuted: p is 0.081 for the paper's dates; two datings of six pass 0.05"),
            _("43 changes of price cannot tell phases from memory"),
        ),
        "17": (
            _("what is digital pulls related industries, by spillover and by backwash"),
            _("an American table of links, and a boom in a toy of two sectors"),
            _(
                "either can be: 100 dollars for information pull 56 elsewhere, and a doubling drains equal sectors "
                "unless a share of 0.30 spills over. What decides is not measured"
            ),
            _("use did not bring making: Japan's share of cells fell from 8.2 to 4.0%"),
        ),
        "18": (
            _("technology, structure and institutions are coupled, both ways"),
            _("levels, yearly changes, and one rule"),
            _("not shown by a degree of coupling, which darts pass, too; a law names the way back"),
            _("Germany's rate and use moved together, at 0.75, carried by three years of reform"),
        ),
    }
