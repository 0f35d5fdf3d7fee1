"""What is left of users' words: handed on, withheld, or mixed with bought praise.

Each message is a yes or a no about a thing that is good or bad. A hand-over may flip it or lose it. A fake is praise
whatever the thing is like.
"""

import math

import pandas as pd
from scipy.special import bdtr, bdtrc

from longwave.checks import InputError, number, whole_number

_ROUNDING = 1e-9


def entropy(probability: float) -> float:
    """Compute how uncertain a yes or no is, in bits: H(p) = −p · log₂ p − (1 − p) · log₂(1 − p).

    `probability` is from 0 to 1. A toss of a coin has 1 bit, a sure thing 0.

    Source: Shannon (1948).

    >>> entropy(0.5), entropy(1), round(entropy(0.25), 6)
    (1.0, 0.0, 0.811278)
    """
    chance = number("probability", probability, minimum=0, maximum=1)
    return float(-sum(part * math.log2(part) for part in (chance, 1 - chance) if part > 0) + 0.0)


def channel_cascade(error: float, hops: int) -> pd.Series:
    """Compute what a chain of hand-overs, each of which flips a yes or no by chance, leaves of a message.

        error after n hops   e_n = (1 − (1 − 2e)^n) / 2
        capacity             C_n = 1 − H(e_n)

    `error` (e, from 0 to 1) is the chance of a flip at one hand-over, `hops` is n ≥ 0. The capacity is in bits for each
    message: the most that it can tell, however cleverly it is coded.

    Sources: Shannon (1948); Cover and Thomas (2006), binary symmetric channels in series.

    >>> channel_cascade(0.1, hops=2).round(6).tolist()  # .1 · .9 + .9 · .1
    [0.18, 0.319923]
    """
    flip = number("error", error, minimum=0, maximum=1)
    wrong = (1 - (1 - 2 * flip) ** whole_number("hops", hops, minimum=0)) / 2
    return pd.Series({"error": wrong, "capacity": 1 - entropy(wrong)}, name="after the hops")


def erasure_cascade(loss: float, hops: int) -> pd.Series:
    """Compute what a chain of hand-overs, each of which withholds a message by chance, lets through.

        missing after n hops   1 − (1 − ε)^n
        capacity               (1 − ε)^n

    `loss` (ε, from 0 to 1) is the chance that one hand-over withholds a message, `hops` is n ≥ 0. The receiver knows
    which messages are missing, so every one that arrives is true.

    Source: Cover and Thomas (2006), the binary erasure channel.

    >>> erasure_cascade(0.1, hops=2).round(6).tolist()
    [0.19, 0.81]
    """
    gone = number("loss", loss, minimum=0, maximum=1)
    kept = (1 - gone) ** whole_number("hops", hops, minimum=0)
    return pd.Series({"missing": 1 - kept, "capacity": kept}, name="after the hops")


def praise_rates(accuracy: float, fakes: float = 0.0, error: float = 0.0) -> pd.Series:
    """Compute the share of praise among the reviews of a good thing and of a bad one.

        as posted   of a good thing  g = (1 − φ) · a + φ,   of a bad one  b = (1 − φ) · (1 − a) + φ
        as read     e + (1 − 2e) · g  and  e + (1 − 2e) · b

    `accuracy` (a) is the chance that an honest review is right, `fakes` (φ) the share of reviews that are bought and
    praise whatever they are about, `error` (e) the chance that the hand-overs behind them flip a review. All are
    shares from 0 to 1.

    Our own construction.

    >>> praise_rates(0.7, fakes=0.3).round(6).tolist()
    [0.79, 0.51]
    """
    right = number("accuracy", accuracy, minimum=0, maximum=1)
    bought = number("fakes", fakes, minimum=0, maximum=1)
    flip = number("error", error, minimum=0, maximum=1)
    posted = {"good": (1 - bought) * right + bought, "bad": (1 - bought) * (1 - right) + bought}
    return pd.Series({thing: flip + (1 - 2 * flip) * share for thing, share in posted.items()}, name="praise")


def reading_errors(
    reviews: int, accuracy: float, fakes: float = 0.0, error: float = 0.0, cut: float = 0.5
) -> pd.Series:
    """Compute how often a reader is wrong who calls a thing good if the share of praise is above a cut.

    `reviews` (n ≥ 1) are drawn one by one, so the praise among them is binomial; `cut` is from 0 to 1, and praise that
    is exactly at the cut is settled by a coin. The others are as in `praise_rates`. The result has two chances:
    bad_praised, that a bad thing is called good, and good_blamed, that a good one is called bad.

    Our own construction.

    >>> reading_errors(3, accuracy=0.7).round(6).tolist()  # .3³ + 3 · .3² · .7
    [0.216, 0.216]
    """
    count = whole_number("reviews", reviews, minimum=1)
    rates = praise_rates(accuracy, fakes, error).clip(0, 1)
    height = number("cut", cut, minimum=0, maximum=1) * count
    last = math.floor(height + _ROUNDING)
    praised, blamed = float(bdtrc(last, count, rates["bad"])), float(bdtr(last, count, rates["good"]))
    if abs(height - last) < _ROUNDING:
        praised += _chance_of(last, count, rates["bad"]) / 2
        blamed -= _chance_of(last, count, rates["good"]) / 2
    return pd.Series({"bad_praised": praised, "good_blamed": blamed}, name="errors").clip(0, 1)


def majority_error(reviews: int, accuracy: float, fakes: float = 0.0, error: float = 0.0) -> float:
    """Compute the chance that the majority of reviews praises a bad thing.

    The parameters are as in `reading_errors`; a tie is settled by a coin. Without fakes this is the jury theorem of
    Condorcet (1785): if a > ½, the chance falls to 0 as the reviews grow. With more fakes than `tipping_fakes`, it
    rises to 1.

    Source: Condorcet (1785), for the case without fakes; the fakes are our own construction.

    >>> round(majority_error(3, accuracy=0.7), 6), round(majority_error(1, accuracy=0.7, fakes=0.3), 6)
    (0.216, 0.51)
    """
    return float(reading_errors(reviews, accuracy, fakes, error)["bad_praised"])


def tipping_fakes(accuracy: float, softened: float = 0.0) -> float:
    """Compute the share of fakes beyond which most reviews of a bad thing are praise.

        (1 − φ) · a · (1 − s) = ½   at   φ* = 1 − 1 / (2 · a · (1 − s)),   and 0 if a · (1 − s) ≤ ½

    `accuracy` (a) is from ½ to 1, `softened` (s, from 0 to 1) the part of the complaints that hand-overs turn into
    praise. Hand-overs that flip praise and complaints equally often (e < ½) do not move φ*: they draw the share of
    praise towards ½, never across.

    Our own algebra.

    >>> round(tipping_fakes(0.625), 6), round(tipping_fakes(0.8, softened=0.2), 6)
    (0.2, 0.21875)
    """
    complaints = _better_than_a_coin(accuracy) * (1 - number("softened", softened, minimum=0, maximum=1))
    return 1 - 1 / (2 * complaints) if complaints > 0.5 else 0.0


def seen_accuracy(accuracy: float, withheld: float) -> float:
    """Compute the share of complaints among the reviews that are seen of a bad thing, if complaints are withheld.

        a · (1 − w) / (1 − a + a · (1 − w))

    `accuracy` (a) is the share of complaints among all its reviews, `withheld` (w) the part of the complaints that
    nobody sees; both from 0 to 1, not both 1. It falls to ½ at w = 2 − 1/a, twice `tipping_fakes`.

    Our own construction.

    >>> round(seen_accuracy(0.75, withheld=0.5), 6)
    0.6
    """
    complaints = number("accuracy", accuracy, minimum=0, maximum=1)
    seen = complaints * (1 - number("withheld", withheld, minimum=0, maximum=1))
    if seen + 1 - complaints == 0:
        raise InputError("accuracy and withheld must not both be 1: nothing would be seen.")
    return seen / (1 - complaints + seen)


def fair_cut(accuracy: float, fakes: float = 0.0, error: float = 0.0) -> float:
    """Compute the share of praise at which a good thing and a bad one are equally likely, for a reader who knows φ.

        c · ln(g / b) = (1 − c) · ln((1 − b) / (1 − g))

    The parameters and the rates g and b are as in `praise_rates`, with ½ < accuracy < 1, fakes < 1 and error < ½. The
    reader holds both equally likely beforehand. Without fakes the cut is one half.

    Our own algebra: the share at which the likelihood ratio is 1.

    >>> fair_cut(0.7), round(fair_cut(0.7, fakes=0.3), 4)
    (0.5, 0.6594)
    """
    good, bad = praise_rates(accuracy, fakes, error)
    if not 0 < bad + _ROUNDING < good < 1:
        raise InputError(
            f"accuracy must be above 0.5 and below 1, fakes below 1 and error below 0.5, not {accuracy!r}, {fakes!r} "
            f"and {error!r}: such reviews leave nothing to weigh."
        )
    blame = math.log((1 - bad) / (1 - good))
    return blame / (math.log(good / bad) + blame)


def _better_than_a_coin(accuracy: float) -> float:
    return number("accuracy", accuracy, minimum=0.5, maximum=1)


def _chance_of(praise: int, reviews: int, rate: float) -> float:
    below = bdtr(praise - 1, reviews, rate) if praise else 0.0
    return float(bdtr(praise, reviews, rate) - below)
