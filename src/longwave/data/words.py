"""The words of a dataset's rows in the language in use; the datasets themselves are in English."""

from collections.abc import Collection

from longwave.i18n import in_context

# What is shown of a row, by the column that names it: facts of cases, passages, claims, proposals.
_SHOWN = {
    "fact_id": ("date", "actor", "statement", "unit", "verdict", "note"),
    "proposal_id": ("proposal", "acts_on", "not_enough", "worked_if"),
    "claim": ("claim", "verdict", "detail", "checked_value", "basis"),
    "paraphrase": ("paraphrase",),
}
_IDS = {"claim": "claim_id", "paraphrase": "passage_id"}
# Words that many rows repeat: they are translated once for all.
REPEATED = ("unit", "verdict", "detail", "basis")


def shown_columns(columns: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return the column that names the rows of a dataset, and the columns with words that a lesson shows.

    >>> shown_columns(["passage_id", "paper", "paraphrase"])
    ('passage_id', ('paraphrase',))
    >>> shown_columns(["year", "sales"])
    ('', ())
    """
    for mark, shown in _SHOWN.items():
        if mark in columns:
            return _IDS.get(mark, mark), shown
    return "", ()


def context_of(dataset: str, row: str, column: str) -> str:
    """Return the context of the words in a column of a row.

    >>> context_of("cn_cases", "25-paid", "statement"), context_of("cn_cases", "25-paid", "unit")
    ('datasets/cn_cases#25-paid', 'datasets#unit')
    """
    return f"datasets#{column}" if column in REPEATED else f"datasets/{dataset}#{row}"


def said(dataset: str, row: str, column: str, words: str) -> str:
    """Return the words in a column of a row in the language in use."""
    return in_context(context_of(dataset, row, column), words) if words else words
