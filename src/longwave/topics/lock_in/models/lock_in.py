"""Two rival technologies of which each adopter makes the next one likelier: Arthur's walk between two barriers.

Adopters come one by one. Each would choose the better technology with probability p, its rival with 1 − p, as long as
neither is ahead by N. Once the lead reaches N, every later adopter follows the leader, whatever she would prefer.
"""

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, whole_number


def lock_in_probability(advantage: float, barrier: int, lead: int = 0) -> float:
    """Compute the probability that the better technology is the one that locks in.

        P = (1 − ρ^(N + k)) / (1 − ρ^(2N)),  ρ = (1 − p) / p;    from no lead, P = p^N / (p^N + (1 − p)^N)

    `advantage` (p, strictly between 0 and 1) is the probability that an adopter prefers the better one, `barrier`
    (N ≥ 1) the lead that decides, `lead` (k from −N to N) the present lead of the better one, both in adopters.

    Sources: Arthur (1989) for the market, the gambler's ruin for the formula.

    >>> lock_in_probability(advantage=0.5, barrier=5)
    0.5
    >>> round(lock_in_probability(advantage=0.75, barrier=2), 9)  # 9/16 against 1/16, and all else begins again
    0.9
    """
    chance, limit, ahead = _walk(advantage, barrier, lead)
    if chance == 0.5:
        return (limit + ahead) / (2 * limit)
    odds = (1 - chance) / chance
    if odds > 1:  # seen from the other side, so that no power overflows
        return 1 - lock_in_probability(1 - chance, limit, -ahead)
    return float((1 - odds ** (limit + ahead)) / (1 - odds ** (2 * limit)))


def lock_in_time(advantage: float, barrier: int, lead: int = 0) -> float:
    """Compute the mean number of adopters until one technology is locked in.

        E = (N · (2P − 1) − k) / (2p − 1),  and N² − k² if p = 1/2

    The parameters are those of `lock_in_probability`, whose result is P.

    Sources: Arthur (1989) for the market, the gambler's ruin for the formula.

    >>> lock_in_time(advantage=0.5, barrier=5)
    25.0
    >>> lock_in_time(advantage=0.5, barrier=1)
    1.0
    """
    chance, limit, ahead = _walk(advantage, barrier, lead)
    drift = 2 * chance - 1
    if abs(drift) * limit < 1e-6:  # the limit; the quotient below would lose its digits
        return float(limit**2 - ahead**2)
    return float((limit * (2 * lock_in_probability(chance, limit, ahead) - 1) - ahead) / drift)


def adoption_histories(
    advantage: float, barrier: int, adopters: int, histories: int, rng: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Draw histories of the walk: array (histories, adopters) with True where the better technology is adopted.

    `adopters` and `histories` are whole numbers of at least 1; `advantage` and `barrier` as in `lock_in_probability`.

    Source: Arthur (1989).

    >>> adoption_histories(0.4, 1, 4, 2, np.random.default_rng(1)).tolist()  # the first adopter decides
    [[False, False, False, False], [True, True, True, True]]
    """
    chance, limit, _ahead = _walk(advantage, barrier, 0)
    shape = (whole_number("histories", histories, minimum=1), whole_number("adopters", adopters, minimum=1))
    preferred = rng.random(shape) < chance
    lead = np.cumsum(np.where(preferred, 1, -1), axis=1)
    decided = np.maximum.accumulate(np.abs(lead) >= limit, axis=1)
    first = np.argmax(decided, axis=1)  # where the lead first reaches the barrier; 0 too where it never does
    winner = np.take_along_axis(lead, first[:, None], axis=1) > 0
    return np.where(decided, winner, preferred)


def adopted_shares(adopted: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Compute the share of the better technology among all adopters so far, for each history.

    Source: Arthur (1989), for the histories; the share is a running mean.

    >>> adopted_shares(np.array([[True, False, True, True]])).round(2).tolist()
    [[1.0, 0.5, 0.67, 0.75]]
    """
    return np.cumsum(adopted, axis=1) / np.arange(1, adopted.shape[1] + 1)


def _walk(advantage: float, barrier: int, lead: int) -> tuple[float, int, int]:
    chance = number("advantage", advantage, minimum=0, maximum=1)
    if chance in (0, 1):
        raise InputError(f"advantage must be strictly between 0 and 1, not {advantage!r}.")
    limit = whole_number("barrier", barrier, minimum=1)
    return chance, limit, whole_number("lead", lead, minimum=-limit, maximum=limit)


def ends_of(adopted: npt.NDArray[np.bool_], barrier: int) -> list[str]:
    """Say of each history how it ends: better, worse, or open if neither technology ever led by the barrier.

    `adopted` is an array (histories, adopters), True where the better technology is adopted.

    >>> ends_of(np.array([[True, True, True], [False, False, False], [True, False, True]]), barrier=2)
    ['better', 'worse', 'open']
    """
    leads = np.cumsum(np.where(adopted, 1, -1), axis=1)
    up, down = np.any(leads >= barrier, axis=1), np.any(leads <= -barrier, axis=1)
    # After a lock-in every adopter follows the leader, so no history reaches both barriers.
    return ["better" if better else "worse" if worse else "open" for better, worse in zip(up, down, strict=True)]
