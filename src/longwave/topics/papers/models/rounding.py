"""What a printed number can mean: its rounding interval, and whether a product fits the number that is printed."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pandas as pd

from longwave.checks import InputError, positive_number

UNITS = {
    "": 1,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
_PRINTED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(\D*)")

Factor = str | float


def printed_interval(text: str) -> tuple[float, float]:
    """Return the lowest and the highest number that would be printed like this: its rounding interval.

        x − s/2  to  x + s/2,  where s is the step of the last digit that counts

    Zeros at the end of a whole number are taken for filling: 532,000 has a step of 1,000. Zeros after a point count.

    Args:
        text: A number above or at 0, as printed, with or without a word for its unit: "27", "532,000", "3.3 million",
            "8 亿". Units are those of `UNITS`.

    Returns:
        Both ends, in single units.

    Raises:
        InputError: The text is no number of this form, or its unit is not known.

    Source: the usual rule of rounding to the nearest step.

    >>> printed_interval("3.3 million")
    (3250000.0, 3350000.0)
    >>> printed_interval("532,000")
    (531500.0, 532500.0)
    """
    value, half, unit = _read(text)
    return float((value - half) * unit), float((value + half) * unit)


def printed_value(text: str) -> float:
    """Return the number that a printed text stands for, in single units; the text is as in `printed_interval`.

    Source: the definition of the units.

    >>> printed_value("8 亿"), printed_value("7 千万")
    (800000000.0, 70000000.0)
    """
    value, _half, unit = _read(text)
    return float(value * unit)


def _read(text: object) -> tuple[Decimal, Decimal, int]:
    """Return the number, half the step of its last digit, and the unit."""
    found = _PRINTED.fullmatch(text.strip()) if isinstance(text, str) else None
    if found is None or found[3] not in UNITS:
        known = ", ".join(filter(None, UNITS))
        raise InputError(f"text must be a number as printed, alone or with one of {known}, not {text!r}.")
    whole, decimals = found[1].replace(",", ""), found[2] or ""
    filling = 0 if decimals else len(whole) - len(whole.rstrip("0") or whole)
    step = Decimal(10) ** (filling - max(len(decimals) - 1, 0))
    return Decimal(whole + decimals), step / 2, UNITS[found[3]]


def compare_product(factors: Sequence[Factor], printed: str) -> pd.Series:
    """Compare the product of some numbers with the number that is printed for it.

        times = x₁ · x₂ · … / y,  and the same with the ends of all rounding intervals

    The product fits if 1 lies between the least and the most that rounding alone allows.

    Args:
        factors: x₁, x₂, …, above 0. A text is a printed number, which may be rounded; a number is exact, such as 12
            months.
        printed: y, the printed product, above 0.

    Returns:
        product and printed, in single units; times; least and most, the ends of times; fits.

    Raises:
        InputError: A text cannot be read, or a number is not above 0.

    Our own construction, by the rules for products of intervals.

    >>> found = compare_product(["27", 12], "323")
    >>> round(found["least"], 3), round(found["most"], 3), found["fits"]
    (0.983, 1.023, True)
    """
    middle, low, high = 1.0, 1.0, 1.0
    for factor in factors:
        value, ends = _factor(factor)
        middle, low, high = middle * value, low * ends[0], high * ends[1]
    value, ends = _factor(printed)
    least, most = low / ends[1], high / ends[0]
    return pd.Series(
        {
            "product": middle,
            "printed": value,
            "times": middle / value,
            "least": least,
            "most": most,
            "fits": least <= 1 <= most,
        }
    )


def _factor(factor: Factor) -> tuple[float, tuple[float, float]]:
    """Return a number and the ends of its interval; the ends of an exact number are the number."""
    if isinstance(factor, str):
        value, ends = printed_value(factor), printed_interval(factor)
        positive_number("the lowest number that is printed so", ends[0])
        return value, ends
    exact = positive_number("factor", factor)
    return exact, (exact, exact)


def compare_products(claims: Mapping[str, tuple[Sequence[Factor], str]]) -> pd.DataFrame:
    """Compare several products with what is printed: a row of `compare_product` for each claim.

    `claims` maps a few words to the factors and the printed product.

    Our own construction.

    >>> compare_products({"a year": (["27", 12], "323")})["fits"].to_dict()
    {'a year': True}
    """
    rows = pd.DataFrame({name: compare_product(*claim) for name, claim in claims.items()}).T.rename_axis("claim")
    numeric = ["product", "printed", "times", "least", "most"]
    return rows.astype(dict.fromkeys(numeric, float) | {"fits": bool})


def whole_from_share(part: float, per_cent: str) -> tuple[float, float]:
    """Return the ends of the whole of which a part is so many per cent, as printed.

        N = 100 · k / p,  with p from the highest to the lowest number that is printed so

    Args:
        part: k, a count above 0.
        per_cent: p, as printed, such as "46".

    Returns:
        The least and the greatest whole, in the unit of the part.

    Raises:
        InputError: The part is not above 0, or the per cent cannot be read or may be 0.

    Our own construction.

    >>> whole_from_share(46, "50")  # 45 to 55 per cent
    (83.63636363636364, 102.22222222222223)
    """
    count = positive_number("part", part)
    _value, (low, high) = _factor(per_cent)
    return 100 * count / high, 100 * count / low
