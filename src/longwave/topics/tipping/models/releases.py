"""Pushes that were withdrawn: what countries add in a year, record years, and how little the years after them keep."""

import numpy as np
import pandas as pd

from longwave.checks import InputError, number, whole_number

SIZE, WINDOW, DEPTH = 300.0, 3, 0.5  # the lesson's rule: megawatts, years, share of the record


def yearly_additions(installed: pd.DataFrame) -> pd.DataFrame:
    """Compute what each country adds in each year: years as rows, countries as columns, MW.

    `installed` has the columns country, year and installed_mw, a row for each country and year, as the dataset
    photovoltaics_countries. A country has nothing before its first row. A stock that falls, which is a corrected
    record or plants taken down, counts as nothing added.

    Our own construction: differences of stocks.

    >>> rows = pd.DataFrame({"country": ["A"] * 3, "year": [2000, 2001, 2002], "installed_mw": [5.0, 8.0, 7.0]})
    >>> yearly_additions(rows)["A"].tolist()
    [3.0, 0.0]
    """
    stocks = installed.pivot(index="year", columns="country", values="installed_mw").astype(float).fillna(0)
    added = stocks.diff().iloc[1:].clip(lower=0)
    return added.round(3)


def records(
    additions: pd.DataFrame, size: float = SIZE, window: int = WINDOW, depth: float = DEPTH
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find the record years of countries, and those of them that end in a bust.

    A record year adds more than `size` MW, at least as much as any year before, and no less than any of the next
    `window` years. So it is known only `window` years later. It is a bust if the least of those years is below `depth`
    times the record.

    Returns:
        Records, and the busts among them, each by year, with the columns country, year, added, low_year, low (MW) and
        kept: low over added, a share.

    Our own construction: the choices are the lesson's.
    """
    least, years = number("size", size, minimum=0), whole_number("window", window, minimum=1)
    values, index = additions.to_numpy(float), additions.index.to_numpy()
    if years >= len(index):
        raise InputError(f"window must be shorter than the {len(index)} years of the table, not {window!r}.")
    before = np.maximum.accumulate(values, axis=0)[:-years]
    after = np.lib.stride_tricks.sliding_window_view(values[1:], years, axis=0)
    here = values[:-years]
    rows, columns = np.nonzero((here > least) & (here >= before) & (here >= after.max(axis=2)))
    spans, added = after[rows, columns], here[rows, columns]
    found = pd.DataFrame(
        {
            "country": additions.columns.to_numpy()[columns],
            "year": index[rows],
            "added": added,
            "low_year": index[rows] + 1 + spans.argmin(axis=1),
            "low": spans.min(axis=1),
            "kept": spans.min(axis=1) / added,
        }
    )
    busts = found[found["kept"] < number("depth", depth, minimum=0)]
    return found, busts.reset_index(drop=True)


def aligned(additions: pd.DataFrame, busts: pd.DataFrame, before: int = 2, after: int = WINDOW) -> pd.DataFrame:
    """Return each bust as a line: the years from `before` to `after` the record, what is added as a share of it.

    The columns are bust (1 … n), country, record (its year), step (years from the record) and share.

    Our own construction.
    """
    lines = []
    steps = np.arange(-before, after + 1)
    columns = zip(busts["country"], busts["year"], busts["added"], strict=True)
    for place, (country, year, record) in enumerate(columns, 1):
        added = additions[country].reindex(year + steps).to_numpy(float)
        lines.append(
            pd.DataFrame(
                {
                    "bust": place,
                    "country": country,
                    "record": year,
                    "step": steps,
                    "share": added / record,
                }
            )
        )
    return pd.concat(lines, ignore_index=True).dropna(subset="share") if lines else pd.DataFrame()


def yearly_ratios(additions: pd.DataFrame, floor: float = 100.0, without: pd.DataFrame | None = None) -> pd.Series:
    """Return by how much what a country adds is multiplied from one year to the next, for years above `floor` MW.

    The years after the records in `without` are left out, as many as the lesson's window. The index has the levels
    country and year, the later of the two years.

    Our own construction.
    """
    ratios = (additions.shift(-1) / additions.where(additions > number("floor", floor, minimum=0))).iloc[:-1]
    flat = pd.Series(ratios.set_axis(ratios.index + 1).unstack().dropna()).rename_axis(["country", "year"])
    if without is None:
        return flat
    busts = zip(without["country"], without["year"], strict=True)
    hidden = {(country, year + step) for country, year in busts for step in range(1, WINDOW + 1)}
    return flat.loc[[place not in hidden for place in flat.index]]


def kept_by_chance(ratios: pd.Series, busts: int, rng: np.random.Generator, draws: int = 400_000) -> pd.DataFrame:
    """Draw what chance keeps: median and mean over groups of as many busts as were seen.

    Three yearly changes are drawn at random from `ratios` and multiplied, `draws` times. Those that would count as a
    bust, by the lesson's rule, are kept and put into groups of `busts`. Returned is a row a group, with the columns
    median and mean.

    Our own construction.

    >>> kept_by_chance(pd.Series([0.5]), 3, np.random.default_rng(1), draws=6).to_dict("list")
    {'median': [0.125, 0.125], 'mean': [0.125, 0.125]}
    """
    paths = ratios.to_numpy(float)[rng.integers(0, len(ratios), (draws, WINDOW))].cumprod(axis=1)
    counted = paths[(paths.max(axis=1) <= 1) & (paths.min(axis=1) < DEPTH)].min(axis=1)
    groups = len(counted) // whole_number("busts", busts, minimum=1)
    drawn = counted[: groups * busts].reshape(groups, busts)
    return pd.DataFrame({"median": np.median(drawn, axis=1), "mean": drawn.mean(axis=1)})
