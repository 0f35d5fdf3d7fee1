"""What of the two papers is taught, and what is still to be taught."""

from collections.abc import Collection

import pandas as pd

from longwave.data.frames import load, verdict_counts
from longwave.i18n import _

LEDGERS = ("passages", "claims")


def taught_by(lesson: str) -> pd.DataFrame:
    """Return the rows of both ledgers that one lesson teaches: DataFrame(ledger, id, text).

    The frame is empty for a lesson that teaches none.

    >>> taught_by("12-diffusion").ledger.tolist()
    ['passages']
    """
    both = pd.concat([_ledger(name) for name in LEDGERS], ignore_index=True)
    return both.loc[both.lesson == lesson, ["ledger", "id", "text"]].reset_index(drop=True)


def coverage(written: Collection[str]) -> pd.DataFrame:
    """Return how many rows of each ledger the written lessons teach: DataFrame(ledger, taught, untaught).

    `written` are the slugs of the lessons that exist.

    >>> coverage([]).taught.tolist()
    [0, 0]
    """
    rows = []
    for name in LEDGERS:
        taught = int(_ledger(name).lesson.isin(list(written)).sum())
        rows.append({"ledger": name, "taught": taught, "untaught": len(_ledger(name)) - taught})
    return pd.DataFrame(rows)


def find_claims(words: str = "", paper: str = "", verdict: str = "", lesson: str = "") -> pd.DataFrame:
    """Return the claims that hold all the words and have the paper, verdict and lesson named; "" means any.

    Words are looked for in the claim, the Chinese term, the printed and the checked value, the note and the id,
    capital or small.

    >>> find_claims("slash", paper="003").claim_id.tolist()
    ['003-133']
    >>> len(find_claims(verdict="wrong"))
    18
    """
    claims = load("claims")
    for column, wanted in {"paper": paper, "verdict": verdict, "lesson": lesson}.items():
        if wanted:
            claims = claims[claims[column] == wanted]
    columns = ["claim_id", "claim", "term_zh", "printed_value", "checked_value", "note"]
    text = claims[columns].agg(" ".join, axis="columns").str.casefold() if len(claims) else claims["claim"]
    for word in words.casefold().split():
        claims = claims[text.reindex(claims.index).str.contains(word, regex=False)]
    return claims.reset_index(drop=True)


def _ledger(name: str) -> pd.DataFrame:
    columns = {"passages": ["passage_id", "paraphrase"], "claims": ["claim_id", "claim"]}[name]
    frame = load(name).rename(columns=dict(zip(columns, ["id", "text"], strict=True)))
    return frame.assign(ledger=name)


def claims_report(written: Collection[str]) -> str:
    """Return the claims by verdict, and what is taught so far, as lines of text."""
    counts = verdict_counts("claims")
    lines = [_("{count} claims of two papers, by verdict:").format(count=int(counts.sum()))]
    lines += [f"  {count:4d}  {verdict}" for verdict, count in counts.items()]
    for row in coverage(written).itertuples():
        text = _("{ledger}: {taught} taught in written lessons, {untaught} not yet")
        lines.append(text.format(ledger=row.ledger, taught=row.taught, untaught=row.untaught))
    return "\n".join(lines)
