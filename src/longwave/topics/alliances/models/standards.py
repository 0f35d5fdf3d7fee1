"""Two blocs of countries choose between two standards: when both agree, when they split, and who gains by it."""

import pandas as pd

from longwave.checks import InputError, number, positive_number

OUTCOMES = ("both A", "both B", "split", "swapped")


def standards_game(size: float, home: float, network: float = 1.0) -> pd.DataFrame:
    """Compute what a user of each bloc gets when the blocs choose standard A, which is bloc 1's own, or B, bloc 2's.

        benefit = e · (share of all users on the same standard) + h if it is the bloc's own

    `size` is the share x of users in bloc 1, between 0 and 1; `home` is h (≥ 0), the gain from one's own standard, such
    as licences; `network` is e (> 0), the gain from being joined with everybody. "split": each bloc takes its own;
    "swapped": each takes the other's.

    Returns a row for each outcome with bloc_1 and bloc_2 (benefit a user), total (a user of the world) and holds: true
    if neither bloc alone would change.

    Our own construction, after Katz and Shapiro (1985) and Farrell and Saloner (1985).

    >>> standards_game(0.6, 0.3).round(2).loc[["both A", "split"]].to_numpy().tolist()
    [[1.3, 1.0, 1.18, True], [0.9, 0.7, 0.82, False]]
    """
    share = number("size", size, minimum=0, maximum=1)
    if share in (0, 1):
        raise InputError(f"size must be between 0 and 1, not {size!r}: there are two blocs.")
    own, joined = number("home", home, minimum=0), positive_number("network", network)
    apart_1, apart_2 = joined * share, joined * (1 - share)
    table = pd.DataFrame(
        {
            "bloc_1": [joined + own, joined, apart_1 + own, apart_1],
            "bloc_2": [joined, joined + own, apart_2 + own, apart_2],
        },
        index=pd.Index(OUTCOMES, name="outcome"),
    )
    table["total"] = share * table["bloc_1"] + (1 - share) * table["bloc_2"]
    table["holds"] = _holds(table)
    return table


def risk_dominant(game: pd.DataFrame) -> str:
    """Return which of the two agreements, "both A" or "both B", is the safer to expect; "neither" if equally safe.

    The safer is the one where the product of what each bloc loses by changing alone is larger. `game` is a table of
    `standards_game` in which both agreements hold; in ours the larger bloc's standard is always the safer.

    Source: Harsanyi and Selten (1988) for risk dominance.

    >>> risk_dominant(standards_game(0.6, 0.3))
    'both A'
    """
    if not game.loc[["both A", "both B"], "holds"].all():
        raise InputError("game must be one in which both agreements hold.")
    pays = game[["bloc_1", "bloc_2"]].to_numpy(dtype=float)
    on_a, on_b, split, swapped = pays
    loss_a = (on_a[0] - swapped[0]) * (on_a[1] - split[1])
    loss_b = (on_b[0] - split[0]) * (on_b[1] - swapped[1])
    if abs(loss_a - loss_b) < 1e-12:
        return "neither"
    return "both A" if loss_a > loss_b else "both B"


def least_confidence(other_size: float, home: float, network: float = 1.0) -> float:
    """Compute how sure a bloc must be that the other keeps its own standard before it gives up its own and joins.

        p = 1/2 + h / (2 e y)

    y is `other_size`, the other bloc's share of all users (above 0, at most 1); `home` and `network` are h and e as in
    `standards_game`. Above 1 no certainty is enough: the bloc never joins.

    Our own construction, as `standards_game` is.

    >>> round(least_confidence(0.6, 0.3), 4), round(least_confidence(0.6, 0.6), 4), least_confidence(0.5, 0.6) > 1
    (0.75, 1.0, True)
    """
    theirs = number("other_size", positive_number("other_size", other_size), maximum=1)
    return 0.5 + number("home", home, minimum=0) / (2 * positive_number("network", network) * theirs)


def _holds(table: pd.DataFrame) -> list[bool]:
    """Return for each outcome whether neither bloc gains by changing alone; equal counts as no gain."""
    after_1 = {"both A": "swapped", "both B": "split", "split": "both B", "swapped": "both A"}
    after_2 = {"both A": "split", "both B": "swapped", "split": "both A", "swapped": "both B"}
    one, other = (dict(zip(OUTCOMES, table[bloc].astype(float), strict=True)) for bloc in ("bloc_1", "bloc_2"))
    return [one[row] >= one[after_1[row]] - 1e-12 and other[row] >= other[after_2[row]] - 1e-12 for row in OUTCOMES]
