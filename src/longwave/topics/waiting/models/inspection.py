"""How often an inspector must look before it no longer pays to spend a subsidy on something else."""

from longwave.checks import number, positive_number


def monitoring_bound(fine: float, subsidy: float = 1.0, honest: float = 0.0) -> float:
    """Compute the chance of being caught from which diverting a subsidy does not pay.

        (1 − m) s − m f ≤ g   ⇔   m ≥ (s − g) / (s + f)

    Who is not caught keeps s; who is caught gives it back and loses f besides. Who uses s as it is meant gains g.

    Args:
        fine: f, all that is lost besides the subsidy itself, in the same money, at least 0.
        subsidy: s, above 0: what is diverted.
        honest: g, the gain from using it as it is meant, from 0 (no such use today) to s.

    Returns:
        A probability.

    Source: after Allingham and Sandmo (1972) on tax evasion; our own form, without risk aversion.

    >>> round(monitoring_bound(0.5), 3), monitoring_bound(0)
    (0.667, 1.0)
    """
    subsidy = positive_number("subsidy", subsidy)
    gain = number("honest", honest, minimum=0, maximum=subsidy)
    return (subsidy - gain) / (subsidy + number("fine", fine, minimum=0))


def total_loss(fine: float, years: float, margin: float) -> float:
    """Compute what a firm loses that is caught: the fine, and the profit in the subsidies that it will not get.

        f = fine + years · margin

    All is in units of one year's subsidy, not discounted.

    Args:
        fine: The fine, in years of subsidy, at least 0.
        years: Years for which the firm is shut out, at least 0.
        margin: What an honest firm keeps as profit of each year's subsidy, from 0 to 1.

    Returns:
        f, in years of subsidy.

    Source: our own construction.

    >>> total_loss(0.5, years=4, margin=0.25)
    1.5
    """
    kept = number("margin", margin, minimum=0, maximum=1)
    return number("fine", fine, minimum=0) + number("years", years, minimum=0) * kept


def diverters(monitoring: float, fine: float, most_lost: float) -> float:
    """Compute the share of firms with nothing to buy that claim the subsidy and spend it elsewhere.

    A firm's lost profit k is spread evenly from 0 to `most_lost`. It claims while k < (1 − m)/m − fine.

    Args:
        monitoring: m, chance of being caught, from 0 to 1.
        fine: The fine, in units of the subsidy, at least 0.
        most_lost: The largest lost profit, in units of the subsidy, above 0.

    Returns:
        A share from 0 to 1.

    Source: our own construction, from `monitoring_bound`.

    >>> diverters(0, 0.5, 4), diverters(0.7, 0.5, 4), round(diverters(0.4, 0.5, 4), 3)
    (1.0, 0.0, 0.25)
    """
    caught = number("monitoring", monitoring, minimum=0, maximum=1)
    if caught == 0:
        return 1.0
    temptation = (1 - caught) / caught - number("fine", fine, minimum=0)
    return min(1.0, max(0.0, temptation / positive_number("most_lost", most_lost)))
