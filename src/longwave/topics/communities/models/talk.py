"""What members' talk adds to what a firm learns: pieces that meet, and verdicts that follow each other."""

import math

from longwave.checks import InputError, number, whole_number


def survey_finds(chance: float, people: int, pieces: int = 2) -> float:
    """Compute how likely it is that a survey finds a need that only a person with all its pieces can state.

        1 − (1 − q^m)^k

    Args:
        chance: q, the chance that a person holds a given piece, 0 to 1, each piece and person by itself.
        people: k, how many are asked alone, at least 1.
        pieces: m, of how many pieces the need consists, at least 1.

    Raises:
        InputError: A number is out of range.

    Source: our own construction.

    >>> round(survey_finds(0.1, 10), 4)
    0.0956
    """
    held, asked = number("chance", chance, minimum=0, maximum=1), whole_number("people", people, minimum=1)
    return 1 - (1 - held ** whole_number("pieces", pieces, minimum=1)) ** asked


def talk_finds(chance: float, people: int, pieces: int = 2) -> float:
    """Compute how likely it is that people who talk find the need: each piece is held by one of them at least.

        (1 − (1 − q)^k)^m

    The arguments are those of `survey_finds`, and so are the errors. Never less than a survey finds: a person who holds
    all pieces holds each of them.

    Source: our own construction.

    >>> round(talk_finds(0.1, 10), 4)
    0.4242
    """
    held, talking = number("chance", chance, minimum=0, maximum=1), whole_number("people", people, minimum=1)
    return float((1 - (1 - held) ** talking) ** whole_number("pieces", pieces, minimum=1))


def herd_error(accuracy: float, coin: bool = False) -> float:
    """Compute how often a long row of people who hear each other's verdicts ends on the wrong one.

        own sign at a tie:  (1 − a)² / (a² + (1 − a)²)
        a coin at a tie:    (1 − a) · (2 − a) / (2 · (1 − a + a²))

    One after the other says good or bad. Each has a sign of her own, right with the chance a, hears all verdicts before
    her, and follows whatever is likelier. If both are equally likely, as a contrary sign at a lead of one makes them,
    she follows her own sign or tosses a coin. As soon as one verdict leads by two, nobody's own sign counts any more.
    Two speakers in a row are both right with the chance a², with the coin a · (a + (1 − a) / 2). They are both
    wrong with the same of 1 − a, and otherwise the row begins anew.

    Args:
        accuracy: a, the chance that a sign is right, above one half and at most 1.
        coin: whether she tosses a coin at a tie.

    Raises:
        InputError: The accuracy is out of range.

    Source: Bikhchandani, Hirshleifer and Welch (1992), who toss the coin; that she follows her own sign is our choice.

    >>> round(herd_error(0.7), 3), round(herd_error(0.7, coin=True), 3)
    (0.155, 0.247)
    """
    right = number("accuracy", accuracy, minimum=0.5, maximum=1)
    if right == 0.5:
        raise InputError("accuracy must be above 0.5: a sign that is right half the time tells nothing.")
    wrong = 1 - right
    if coin:
        return float(wrong * (1 + wrong) / (2 * (1 - right + right**2)))
    return float(wrong**2 / (right**2 + wrong**2))


def majority_error(accuracy: float, reports: int) -> float:
    """Compute how often the majority of separate reports is wrong.

        Σ C(k, i) · (1 − a)^i · a^(k − i), over i from (k + 1) / 2 to k

    Args:
        accuracy: a, the chance that a report is right, 0 to 1, each by itself.
        reports: k, how many there are, an odd number of at least 1, so that there is a majority.

    Raises:
        InputError: A number is out of range, or the reports are even.

    Source: Condorcet's theorem on juries; the sum is that of the binomial distribution.

    >>> round(majority_error(0.7, 1), 3), round(majority_error(0.7, 3), 3), round(majority_error(0.7, 5), 3)
    (0.3, 0.216, 0.163)
    """
    right, many = number("accuracy", accuracy, minimum=0, maximum=1), whole_number("reports", reports, minimum=1)
    if many % 2 == 0:
        raise InputError(f"reports must be odd, so that one side has the majority, not {reports!r}.")
    wrong = 1 - right
    return float(sum(math.comb(many, i) * wrong**i * right ** (many - i) for i in range(many // 2 + 1, many + 1)))
