"""What of the two papers is taught, and what is still to be taught."""

from collections.abc import Collection

import pandas as pd

from longwave.data import shelf
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
    22
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


def verdicts() -> pd.DataFrame:
    """Return what each verdict on a claim means, and how many claims have it: DataFrame(verdict, meaning, claims).

    The surest verdict comes first; the passport of the dataset claims holds the meanings.

    >>> verdicts().set_index("verdict").meaning["taken on trust"]
    'It agrees with what we know; we have opened no source.'
    """
    fields = shelf.read_descriptor("claims")["resources"][0]["schema"]["fields"]
    meanings = next(field["meanings"] for field in fields if field["name"] == "verdict")
    counts = verdict_counts("claims")
    rows = [(verdict, meaning, int(counts.get(verdict, 0))) for verdict, meaning in meanings.items()]
    return pd.DataFrame(rows, columns=["verdict", "meaning", "claims"])


def verdicts_in_words(lesson: str) -> str:
    """Return the verdicts on the claims of a lesson (its two digits) with their numbers, the most frequent first.

    >>> verdicts_in_words("28")
    '8 cannot verify'
    """
    claims = load("claims")
    taught = claims.loc[claims["lesson"].str.startswith(f"{lesson}-"), "verdict"]
    return ", ".join(f"{count} {verdict}" for verdict, count in taught.value_counts().items()) or _("no claim")


def claims_report(written: Collection[str]) -> str:
    """Return the claims by verdict, with its meaning, and what is taught so far, as lines of text."""
    known = verdicts()
    lines = [_("{count} claims of two papers, by verdict:").format(count=int(known.claims.sum()))]
    lines += [f"  {row.claims:4d}  {row.verdict:16}  {row.meaning}" for row in known.itertuples()]
    for row in coverage(written).itertuples():
        text = _("{ledger}: {taught} taught in written lessons, {untaught} not yet")
        lines.append(text.format(ledger=row.ledger, taught=row.taught, untaught=row.untaught))
    return "\n".join(lines)
