"""A line of inventions, each built on the last: after Bessen and Maskin (2009), with research that is paid for."""

import pandas as pd

from longwave.checks import number
from longwave.topics.appropriation.models.copying import WORTH, earned_each

_ONE_SELLER, _TWO_SELLERS = 1.5 * WORTH, 16 / 9 * WORTH  # what a step is worth to sellers and users together


def invention_line(chance: float, research: float) -> pd.DataFrame:
    """Compute how many steps a line of inventions has, and what its first inventor earns on all of them.

    The first step is there. Each team at work pays R for a try and finds the next step with the chance p. With one team
    at work a step follows with the chance q = p, with two q = 1 - (1 - p)**2, so there are 1 / (1 - q) steps and as
    many tries of each team. Trying goes on while it pays:

        tight right        you try alone, and sell alone for 100 a step     if p * 100 >= R
        free copying       both try, and both sell for 400/9 a step         if p * 400/9 >= R
        tight right, hired both try, you sell alone and pay both            if 2 R <= 100 q

    Under free copying a team that waits saves its tries and still copies, but the line then ends sooner: up to
    p * 400/9 neither gains by waiting while the other tries.

    Args:
        chance: p, from 0 to 0.99.
        research: R, money, at least 0.

    Returns:
        The three rows above, and the columns steps, you (the first inventor, net) and all (both teams and the users,
        net). A hired team is paid what its tries cost, and no more.

    Raises:
        InputError: A number is out of range.

    Source: after Bessen and Maskin (2009), whose abstract was read; numbers, research cost and hiring are ours.

    >>> invention_line(0.6, research=0).round(2)["steps"].to_dict()
    {'tight right': 2.5, 'free copying': 6.25, 'tight right, hired': 6.25}
    """
    chance, research = number("chance", chance, minimum=0, maximum=0.99), number("research", research, minimum=0)
    either = 1 - (1 - chance) ** 2
    rules = {  # chance of a step, your income a step, tries that you pay, tries in all, worth of a step, does it pay?
        "tight right": (chance, WORTH, 1, 1, _ONE_SELLER, chance * WORTH >= research - 1e-9),
        "free copying": (either, earned_each(1), 1, 2, _TWO_SELLERS, chance * earned_each(1) >= research - 1e-9),
        "tight right, hired": (either, WORTH, 2, 2, _ONE_SELLER, either * WORTH >= 2 * research - 1e-9),
    }
    rows = {}
    for name, (found, each, yours, teams, made, pays) in rules.items():
        steps = 1 / (1 - found) if pays else 1.0
        paid = research * steps if pays else 0.0
        rows[name] = {"steps": steps, "you": each * steps - yours * paid, "all": made * steps - teams * paid}
    return pd.DataFrame(rows).T
