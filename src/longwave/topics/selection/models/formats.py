"""Recorded music by format: five families of formats, and their shares of revenue."""

import pandas as pd

from longwave.checks import InputError

FAMILIES = {
    "vinyl": ("LP/EP", "Vinyl Single"),
    "tape": ("8 - Track", "Cassette", "Cassette Single", "Other Tapes"),
    "disc": ("CD", "CD Single", "DVD Audio", "SACD"),
    "download": ("Download Album", "Download Single"),
    "streaming": (
        "Paid Subscription",
        "Limited Tier Paid Subscription",
        "On-Demand Streaming (Ad-Supported)",
        "Other Ad-Supported Streaming",
        "SoundExchange Distributions",
    ),
}


def format_shares(music: pd.DataFrame) -> pd.DataFrame:
    """Compute each year's shares of five families of formats in the revenue of recorded music.

    Streaming includes what advertisers and radio services pay; the other four are what buyers paid.
    Music videos, ringtones, kiosks and what is paid for synchronization belong to none of the five and are left out.
    A family whose returns exceed its sales in a year counts as 0.

    Args:
        music: The dataset `music_formats`, or a table with its columns format, year and million_usd.

    Returns:
        One row a year, one column a family (vinyl, tape, disc, download, streaming); each row sums to 1.

    Raises:
        InputError: if a column is missing.

    Source: ours, of the association's formats.

    >>> rows = {"format": ["LP/EP", "Cassette"], "year": [1980, 1980], "million_usd": [60.0, 40.0]}
    >>> format_shares(pd.DataFrame(rows)).loc[1980].tolist()
    [0.6, 0.4, 0.0, 0.0, 0.0]
    """
    missing = [name for name in ("format", "year", "million_usd") if name not in music]
    if missing:
        raise InputError(f"music must have the column {missing[0]}.")
    family = music["format"].map({name: family for family, names in FAMILIES.items() for name in names})
    paid = music["million_usd"].groupby([music["year"], family]).sum().unstack().reindex(columns=list(FAMILIES))
    paid = paid.fillna(0).clip(lower=0)
    return paid.div(paid.sum(axis=1), axis=0).rename_axis(columns=None)
