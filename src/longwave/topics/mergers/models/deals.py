"""Six deals that Chinese authorities had before them, told without names, and what became of each."""

from collections.abc import Mapping

import pandas as pd

from longwave.checks import InputError
from longwave.data import load

DEALS = tuple("ABCDEF")
VERDICTS = ("let through", "conditions", "stopped")


def blind_deals() -> pd.DataFrame:
    """Return the six deals without names: a row each, by its letter, with what was known.

    Source: the dataset cn_cases, rows `30-blind-…`.

    >>> blind_deals().index.tolist()
    ['A', 'B', 'C', 'D', 'E', 'F']
    """
    return _rows("30-blind-", {"statement": "what is known"})


def judged_deals(verdicts: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Return who the six were and what was decided, beside the reader's verdicts.

    Args:
        verdicts: For each letter one of `VERDICTS`; None, or the dots of an unanswered cell, leave it empty.

    Returns:
        A row a deal, by its letter: deal, decided, and yours.

    Raises:
        InputError: A letter or a verdict is unknown.

    Source: the dataset cn_cases, rows `30-deal-…`; a value of 0, 1 or 2 is the place in `VERDICTS`.

    >>> judged_deals({"A": "stopped"}).loc["A"].tolist()
    ['Tencent and China Music', 'conditions', 'stopped']
    """
    given = dict(verdicts) if isinstance(verdicts, Mapping) else {}
    if unknown := [letter for letter in given if letter not in DEALS]:
        raise InputError(f"the deals are {', '.join(DEALS)}; there is no {unknown[0]!r}.")
    if wrong := [verdict for verdict in given.values() if verdict not in VERDICTS]:
        raise InputError(f"a verdict is one of {', '.join(VERDICTS)}, not {wrong[0]!r}.")
    table = _rows("30-deal-", {"actor": "deal", "value": "decided"})
    table["decided"] = [VERDICTS[int(code)] for code in table["decided"]]
    return table.assign(yours=[given.get(letter, "") for letter in table.index])


def _rows(start: str, columns: dict[str, str]) -> pd.DataFrame:
    """Return the facts whose id begins so, by letter, with these columns under their new names."""
    facts = load("cn_cases")
    chosen = facts[facts["fact_id"].str.startswith(start)]
    letters = chosen["fact_id"].str[-1].str.upper().rename("deal_letter")
    table = chosen[list(columns)].rename(columns=columns).set_index(letters)
    return table.sort_index(kind="stable").rename_axis(None)
