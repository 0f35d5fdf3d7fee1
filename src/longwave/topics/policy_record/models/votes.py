"""Votes: how many a rule needs, and how many members would have to change sides before it is no longer met."""

from longwave.checks import InputError, whole_number

RULES = ("majority", "two thirds", "sixty")


def votes_needed(voting: int, rule: str) -> int:
    """Return the yes votes that a rule needs: more than half, two thirds of those voting, or sixty senators.

        majority: ⌊n / 2⌋ + 1; two thirds: ⌈2n / 3⌉; sixty: 60, whoever is present

    Args:
        voting: Members who vote yes or no, 1 or more; one who votes present is not counted.
        rule: One of `RULES`.

    Source: Constitution of the United States, article I, section 7, and the Senate's rule XXII.

    >>> votes_needed(430, "majority"), votes_needed(409, "two thirds")
    (216, 273)
    """
    voting = whole_number("voting", voting, minimum=1)
    if rule not in RULES:
        raise InputError(f"rule must be one of {', '.join(RULES)}, not {rule!r}.")
    return {"majority": voting // 2 + 1, "two thirds": -(-2 * voting // 3), "sixty": 60}[rule]


def switches_to_fail(yes: int, no: int, rule: str, stay_away: bool = False) -> int:
    """Return how many yes votes must go before a vote that was won is lost; 0 if it was lost.

    A member who switches votes no, so that as many vote as before. One who stays away leaves fewer votes, of which
    fewer are needed, unless the rule is sixty.

    Args:
        yes: Yes votes, 0 or more.
        no: No votes, 0 or more.
        rule: One of `RULES`.
        stay_away: True if those who go do not vote at all.

    >>> switches_to_fail(219, 211, "majority"), switches_to_fail(219, 211, "majority", stay_away=True)
    (4, 8)
    """
    yes, no = whole_number("yes", yes), whole_number("no", no)
    gone = 0
    while gone < yes and yes - gone >= votes_needed(max(1, yes + no - gone * stay_away), rule):
        gone += 1
    return gone
