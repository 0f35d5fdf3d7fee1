"""A line of inventions, each built on the last: after Bessen and Maskin (2009), with research that is paid for."""

import pandas as pd

from longwave.checks import number, whole_number
from longwave.topics.appropriation.models.copying import WORTH, earned_each

TEAMS = 2


def invention_line(chance: float, research: float, teams: int = TEAMS) -> pd.DataFrame:
    """Compute how many steps a line of inventions has, and what its first inventor earns on all of them.

    The first step is there. Each team at work pays R for a try and finds the next step with the chance p. Under a tight
    right one team tries, and earns 100 a step. If copying is free, n teams try, and each earns 400 / (n + 1)**2 a step,
    whoever found it: 4/9 of 100 for two. Trying goes on while it pays:

        tight right   p * 100 >= R
        free copying  p * 400 / (n + 1)**2 >= R     (the same for the last team to join and for the others)

    With success q a step the line has 1 / (1 - q) steps, and as many tries; q is p, or 1 - (1 - p)**n for n teams.

    Args:
        chance: p, from 0 to 0.99.
        research: R, money, at least 0.
        teams: n, how many try if copying is free, a whole number from 2 to 50.

    Returns:
        The rows "tight right" and "free copying", and the columns steps, you (the first inventor, net) and all (all
        teams and the users, net).

    Raises:
        InputError: A number is out of range.

    Source: after Bessen and Maskin (2009), whose abstract was read; numbers and research cost are ours.

    >>> invention_line(0.6, research=0).round(2)["steps"].to_dict()
    {'tight right': 2.5, 'free copying': 6.25}
    """
    chance, research = number("chance", chance, minimum=0, maximum=0.99), number("research", research, minimum=0)
    count = whole_number("teams", teams, minimum=2, maximum=50)
    rules = {
        "tight right": (1, WORTH, chance, 1.5 * WORTH),
        "free copying": (
            count,
            earned_each(count - 1),
            1 - (1 - chance) ** count,
            2 * WORTH * (1 - 1 / (count + 1) ** 2),
        ),
    }
    rows = {}
    for name, (trying, each, found, made) in rules.items():
        tries = chance * each >= research - 1e-9
        steps = 1 / (1 - found) if tries else 1.0
        paid = research * steps if tries else 0.0
        rows[name] = {"steps": steps, "you": each * steps - paid, "all": made * steps - trying * paid}
    return pd.DataFrame(rows).T


def turning_research(chance: float, teams: int = TEAMS) -> pd.Series:
    """Find the research costs at which free copying stops paying the inventor, and stops the line.

        you    (100 - R) * s1 = (400 / (n + 1)**2 - R) * s2,  s1 and s2 the steps of the two rules
        line   p * 400 / (n + 1)**2 = R,  which ends the gain of the inventor too

    `chance` is p, above 0 and at most 0.99; `teams` is n, as in `invention_line`. The result has the entries you and
    line (money). An entry you below 0 means that the inventor loses by copying even if research is free.

    Raises:
        InputError: A number is out of range.

    Source: ours, from `invention_line`.

    >>> turning_research(0.6).round(2).to_dict()
    {'you': 7.41, 'line': 26.67}
    """
    chance = number("chance", chance, minimum=1e-6, maximum=0.99)
    steps = invention_line(chance, 0, teams)["steps"]
    tight, free = steps["tight right"], steps["free copying"]
    each = earned_each(teams - 1)
    line = chance * each
    you = (each * free - WORTH * tight) / (free - tight)
    return pd.Series({"you": min(you, line), "line": line})  # where no team tries, she has one step at most to share
