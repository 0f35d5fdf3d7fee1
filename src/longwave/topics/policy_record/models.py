"""A record of policies: the stage that a text reached, how far a date is off, and coders who sort policies by lever."""

from collections.abc import Hashable, Mapping
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, whole_number
from longwave.data import load
from longwave.topics.business_models.models.coding import NOT_CODED, Codes, cohen_kappa, compare_coding

ANY = "any"

LEVERS = ("top-level design", "technology", "talent", "joint innovation", "ecosystem")
STAGES = ("report", "brand", "bill introduced", "passed one chamber", "law", "duplicate")
# What a policy moves first, in the words of the dataset policy_record, and the paper's lever that we read it as.
LEVER_OF_MEANS = {
    "institutions": "joint innovation",
    "name": "",
    "strategy": "top-level design",
    "list": "top-level design",
    "research organisation": "technology",
    "research money": "technology",
    "industry money": "ecosystem",
}


def furthest_stage(passed_house: bool, passed_senate: bool, became_law: bool) -> str:
    """Return the stage of a bill that was introduced.

    One chamber's vote is one chamber's vote, whatever the majority. Both chambers must pass the same words before a
    bill can become law. Raises InputError for a law that one of them did not pass.

    Our own words for the steps of a bill in the Congress of the United States.

    >>> furthest_stage(False, True, False)
    'passed one chamber'
    """
    chambers = bool(passed_house) + bool(passed_senate)
    if became_law and chambers < 2:
        raise InputError("became_law cannot be true unless both chambers passed the bill.")
    if became_law:
        return "law"
    return ("bill introduced", "passed one chamber", "passed both chambers")[chambers]


def decimal_year(date: str) -> float:
    """Return a date of the form YYYY, YYYY-MM or YYYY-MM-DD as a year with decimals; what is not said is the middle.

        year + (month − 1 + (day − 1) / 31) / 12, with month 7 for a bare year and day 16.5 for a bare month

    >>> decimal_year("2021")
    2021.5
    >>> round(decimal_year("2021-06-08"), 3)
    2021.435
    """
    parts = _date_parts(date)
    if len(parts) == 1:
        return parts[0] + 0.5
    day = parts[2] if len(parts) == 3 else 16.5
    return parts[0] + (parts[1] - 1 + (day - 1) / 31) / 12


def months_between(first: str, second: str) -> int:
    """Return by how many calendar months the second date is after the first; below 0 if before.

    Both have the form YYYY-MM or YYYY-MM-DD; days do not count.

    Our own construction.

    >>> months_between("2021-01", "2021-03-26")
    2
    """
    (one_year, one_month), (other_year, other_month) = (_year_and_month(date) for date in (first, second))
    return 12 * (other_year - one_year) + other_month - one_month


def _year_and_month(date: str) -> tuple[int, int]:
    parts = _date_parts(date)
    if len(parts) < 2:
        raise InputError(f"a date with a month is needed, not {date!r}.")
    return parts[0], parts[1]


def _date_parts(date: str) -> list[int]:
    try:
        parts = [int(part) for part in date.split("-")]
    except (AttributeError, ValueError):
        parts = []
    limits = ((1000, 9999), (1, 12), (1, 31))
    if not 1 <= len(parts) <= 3 or any(
        not low <= part <= high for part, (low, high) in zip(parts, limits, strict=False)
    ):
        raise InputError(f"a date must have the form YYYY, YYYY-MM or YYYY-MM-DD, not {date!r}.")
    return parts


def levers_by_means(means: Mapping[str, str] | pd.Series) -> pd.Series:
    """Return the paper's lever for what each policy moves; a policy that moves none is left open, as empty text.

    Our own reading: `LEVER_OF_MEANS`.

    >>> levers_by_means({"a list": "list", "a brand": "name"}).tolist()
    ['top-level design', '']
    """
    moved = pd.Series(means, dtype=object)
    unknown = set(moved) - set(LEVER_OF_MEANS)
    if unknown:
        raise InputError(f"means must be some of {', '.join(LEVER_OF_MEANS)}, not {sorted(unknown)[0]!r}.")
    return moved.map(LEVER_OF_MEANS)


def kappa_table(codings: pd.DataFrame) -> pd.DataFrame:
    """Compare each pair of coders: one column a coder, one row a case. Return a row a pair.

    The columns are cases coded by both, how many alike, agreement, the agreement that chance gives, and Cohen's kappa
    (Cohen, 1960). A pair without a common case, or with one code throughout, gets NaN.

    Source: Cohen (1960).

    >>> kappa_table(pd.DataFrame({"A": ["x", "x", "y", "y"], "B": ["x", "y", "y", "y"]})).kappa.tolist()
    [0.5]
    """
    if codings.shape[1] < 2:
        raise InputError("codings must have the columns of two coders or more.")
    rows = []
    for first, second in combinations(codings.columns, 2):
        found = compare_coding(codings[first], codings[second]).reindex(
            ["coded by both", "agreement", "by chance", "kappa"]
        )
        alike = found["agreement"] * found["coded by both"] if found["coded by both"] else 0
        pair: dict[Hashable, object] = {
            "pair": f"{first} – {second}",
            "both": int(found["coded by both"]),
            "alike": int(round(alike)),
        }
        rows.append({**pair, **found.iloc[1:].to_dict()})
    return pd.DataFrame(rows).set_index("pair")


def shuffled_kappas(first: Codes, second: Codes, draws: int, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Return the kappas that chance gives: the second coder's codes are dealt anew over the common cases, many times.

    Their mean is near 0. The share of them that reach the kappa found says how easily chance alone would. `draws` is
    1 or more. Raises InputError if both coders use one code throughout.

    Our own construction: a permutation test of Cohen's kappa.

    >>> codes = {"a": "x", "b": "y"}
    >>> shuffled_kappas(codes, codes, 3, np.random.default_rng(1)).tolist()
    [1.0, 1.0, -1.0]
    """
    count = whole_number("draws", draws, minimum=1)
    codes, others = pd.Series(first, dtype=object), pd.Series(second, dtype=object)
    common = [case for case in codes.index if codes[case] not in NOT_CODED and others.get(case, "") not in NOT_CODED]
    if not common:
        raise InputError("no case is coded by both readers.")
    one, other = codes[common].to_numpy(), others[common].to_numpy()
    expected = sum((one == code).mean() * (other == code).mean() for code in set(one))
    if expected == 1:
        cohen_kappa(codes[common], others[common])
    alike = np.array([(one == rng.permutation(other)).mean() for _draw in range(count)])
    kappas: npt.NDArray[np.float64] = (alike - expected) / (1 - expected)
    return kappas


def coded_record() -> pd.DataFrame:
    """Return the policy record with a short title, and the lever of each entry by three coders: means, heading, title.

    Source: the datasets policy_record and policy_codings.

    >>> coded_record().loc[9, ["short_title", "means", "title_word"]].tolist()
    ['Technology list', 'top-level design', 'technology']
    """
    record, codings = load("policy_record"), load("policy_codings")
    levers = codings.pivot(index="item", columns="coder", values="lever").reindex(record["item"])
    return record.assign(
        short_title=codings.drop_duplicates("item")["short_title"].to_numpy(),
        means=levers_by_means(record["lever"]),
        heading=levers["heading"].to_numpy(),
        title_word=levers["title"].to_numpy(),
    )


def filtered(record: pd.DataFrame, stage: str, president: str, lever: str, coder: str) -> list[int]:
    """Return the items that pass all three filters; "any" lets everything pass. `coder` says whose lever counts.

    `record` is that of `coded_record`. Our own construction.

    >>> filtered(coded_record(), "law", ANY, ANY, "means")
    [2, 8]
    """
    passes = pd.Series(True, index=record.index)
    for column, wanted in (("stage", stage), ("administration", president), (coder, lever)):
        if wanted != ANY:
            passes &= record[column] == wanted
    return record.loc[passes, "item"].tolist()
