"""The stage that a text has reached on its way to law, its dates, and the paper's ten titles with both."""

from collections.abc import Mapping

import pandas as pd

from longwave.checks import InputError
from longwave.data import load

LEVERS = ("top-level design", "technology", "talent", "joint innovation", "ecosystem")
STAGES = ("report", "brand", "bill introduced", "passed one chamber", "law", "duplicate")
PRESIDENT = ("has not acted", "signed", "vetoed", "let ten days pass", "let ten days pass after Congress left")
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


def furthest_stage(
    passed_house: bool,
    passed_senate: bool,
    president: str = "has not acted",
    override_house: bool = False,
    override_senate: bool = False,
) -> str:
    """Return the stage of a bill that was introduced.

    One chamber's vote is one chamber's vote, whatever the majority. Both must pass the same words. Then the president
    signs, or vetoes, or lets ten days pass, which makes the bill law while Congress sits and kills it after Congress
    has left. Two thirds of those voting in both chambers make a vetoed bill law.

    Args:
        passed_house: The House passed the words.
        passed_senate: The Senate passed the same words.
        president: One of `PRESIDENT`.
        override_house: Two thirds of the House voted to pass it over the veto.
        override_senate: Two thirds of the Senate did.

    Raises:
        InputError: An act of the president is none of `PRESIDENT` or came before both chambers passed the bill, or
            a veto was overridden that there was not.

    Source: Constitution of the United States, article I, section 7.

    >>> furthest_stage(True, True, "vetoed", True, True)
    'law over a veto'
    """
    chambers = bool(passed_house) + bool(passed_senate)
    if president not in PRESIDENT:
        raise InputError(f"president must be one of {', '.join(PRESIDENT)}, not {president!r}.")
    if president != "has not acted" and chambers < 2:
        raise InputError("the president can act only when both chambers have passed the bill.")
    if (override_house or override_senate) and president != "vetoed":
        raise InputError("a veto can be overridden only if president is 'vetoed'.")
    if president == "has not acted":
        return ("bill introduced", "passed one chamber", "passed both chambers")[chambers]
    if president == "vetoed":
        return "law over a veto" if override_house and override_senate else "vetoed"
    return {"signed": "law", "let ten days pass": "law without a signature"}.get(president, "vetoed in the pocket")


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
