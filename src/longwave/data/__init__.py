"""The course's datasets: each one with a passport that says where every number comes from.

>>> from longwave.data import load, passport
>>> load("institutes_table2").shape[0]
12
>>> passport("institutes_table2").kind
'transcribed'
"""

from longwave.data.case_card import facts
from longwave.data.citations import cite
from longwave.data.doubt import doubt_note, unsourced
from longwave.data.firm import your_firm
from longwave.data.frames import describe, load, verdict_counts
from longwave.data.ledgers import claims_report, coverage, find_claims, taught_by, verdicts
from longwave.data.paper_card import passages
from longwave.data.part_four_claims import part_four_claims
from longwave.data.part_one_claims import part_one_claims
from longwave.data.part_three_claims import part_three_claims
from longwave.data.part_two_claims import part_two_claims
from longwave.data.passports import passport
from longwave.data.proposals import proposals
from longwave.data.refreshing import refresh, refresh_report
from longwave.data.sections import section_in_words
from longwave.data.shelf import ChangedDatasetError, DatasetError, UnknownDatasetError, catalogue, names
from longwave.data.two_countries import two_countries

__all__ = [
    "ChangedDatasetError",
    "DatasetError",
    "UnknownDatasetError",
    "catalogue",
    "cite",
    "claims_report",
    "coverage",
    "describe",
    "doubt_note",
    "facts",
    "find_claims",
    "load",
    "names",
    "part_one_claims",
    "part_three_claims",
    "part_four_claims",
    "part_two_claims",
    "passages",
    "passport",
    "proposals",
    "refresh",
    "refresh_report",
    "section_in_words",
    "taught_by",
    "two_countries",
    "unsourced",
    "verdict_counts",
    "verdicts",
    "your_firm",
]
