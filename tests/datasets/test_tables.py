"""The papers' tables: what is printed, what it should say, and how far that is proven."""

import re

from longwave.data import load, passport

GARBLED = {
    "America Makes": (65, 68, "inferred"),
    "MxD": (83, 106, "inferred"),
    "AIM Photonics": (110, 502, "federal side verified"),
    "NextFlex": (75, 96, "verified"),
    "ARM": (80, 173, "verified"),
    "NIIMBL": (70, 129, "verified"),
}
LEGIBLE = {
    "LIFT": (70, 78, "verified"),
    "IACMI": (70, 178, "federal side verified"),
    "CESMII": (70, 70, "verified"),
    "BioFabUSA": (80, 214, "verified"),
    "REMADE": (70, 70, "verified"),
    "CyManII": (70, 41, "federal side verified"),
}


def test_the_six_garbled_cells_of_table_2_come_out_as_pairs():
    table = load("institutes_table2").set_index("institute")
    lost = table[table.money_fault == "slash or point lost"]
    assert _pairs(lost) == GARBLED
    assert set(lost.money_verdict) == {"garbled"}
    assert lost.money_decoded.tolist() == [
        "6.5 / 6.8", "8.3 / 10.6", "11 / 50.2", "7.5 / 9.6", "8 / 17.3", "7 / 12.9",
    ]  # fmt: skip


def test_the_six_legible_cells_of_table_2_come_out_in_the_right_unit():
    table = load("institutes_table2").set_index("institute")
    legible = table[table.money_fault == "legible, wrong unit"]
    assert _pairs(legible) == LEGIBLE
    assert set(legible.money_verdict) == {"wrong"}  # no mark is lost, and a source has a tenth
    assert set(table.unit_right_million_usd) == {10}
    assert set(table.unit_as_printed_million_usd) == {100}


def _pairs(table) -> dict:
    columns = ["federal_million_usd", "nonfederal_million_usd", "decoding_status"]
    return {name: tuple(row) for name, row in zip(table.index, table[columns].itertuples(index=False), strict=True)}


def test_a_decoding_changes_no_digit_of_the_print():
    table = load("institutes_table2")
    digits = [re.sub(r"\D", "", cell) for cell in table.money_as_printed]
    assert [re.sub(r"\D", "", cell) for cell in table.money_decoded] == digits


def test_a_verified_side_equals_the_figure_of_the_sources():
    table = load("institutes_table2")
    both = table[table.decoding_status == "verified"]
    assert (both.federal_million_usd == both.federal_checked_million_usd).all()
    assert (both.nonfederal_million_usd == both.nonfederal_checked_million_usd).all()
    federal = table[table.decoding_status == "federal side verified"]
    assert (federal.federal_million_usd == federal.federal_checked_million_usd).all()


def test_dates_and_leads_are_mended_and_four_institutes_are_named_as_missing():
    table = load("institutes_table2").set_index("institute")
    assert table.loc["America Makes", ["founded_as_printed", "founded_checked"]].tolist() == ["2021 年 8 月", "2012-08"]
    assert table.loc["CyManII", "lead_checked"] == "University of Texas at San Antonio"
    institutes = load("institutes")
    missing = institutes.loc[institutes.in_table2 == "no", "institute"].tolist()
    assert sorted(missing) == ["AFFOA", "BioMADE", "PowerAmerica", "RAPID"]
    assert all(name in passport("institutes_table2").cannot_say for name in missing)
    assert set(institutes.loc[institutes.in_table2 == "yes", "institute"]) == set(table.index)


def test_the_leverage_of_table_2_is_the_ratio_of_sums_not_the_mean_of_ratios():
    table = load("institutes_table2")
    ratio = table.nonfederal_million_usd / table.federal_million_usd
    without = table[table.institute != "AIM Photonics"]
    assert round(table.nonfederal_million_usd.sum() / table.federal_million_usd.sum(), 2) == 1.89
    assert round(without.nonfederal_million_usd.sum() / without.federal_million_usd.sum(), 2) == 1.52
    assert round(ratio.median(), 2) == 1.28


def test_the_cells_of_both_tables_are_those_of_the_claims_ledger():
    claims = load("claims").set_index("claim_id")
    cells = load("revolutions_table1")
    assert claims.loc[cells.claim_id, "printed_value"].tolist() == cells.printed.tolist()
    assert claims.loc[cells.claim_id, "verdict"].tolist() == cells.verdict.tolist()
    table = load("institutes_table2")
    assert claims.loc[table.money_claim_id, "printed_value"].tolist() == table.money_as_printed.tolist()
    assert claims.loc[table.money_claim_id, "verdict"].tolist() == table.money_verdict.tolist()
    for column, shift in (("lead", -5), ("founded", -1)):
        ids = [f"003-{int(claim[4:]) + shift:03d}" for claim in table.money_claim_id]
        for field, ledger in ((f"{column}_verdict", "verdict"), (f"{column}_checked", "checked_value")):
            assert claims.loc[ids, ledger].tolist() == table[field].tolist()


def test_table_1_puts_slipped_rows_and_countries_back():
    cells = load("revolutions_table1").set_index(["row", "revolution"])
    assert cells.loc[(4, 2), "repaired"] == ""
    assert cells.loc[(5, 2), "repaired"] == cells.loc[(4, 2), "printed"] == "铁、铝、铜等"
    assert cells.loc[(11, 3), "repaired"] == "美国→欧亚地区"
    assert cells.loc[(11, 2), "repaired"] == cells.loc[(11, 3), "printed"]
    assert passport("revolutions_table1").counts == {
        "as printed": 38, "moved": 7, "lost": 4, "cut short": 2, "separator restored": 1,
    }  # fmt: skip


def test_ten_titles_hold_two_laws_and_one_duplicate():
    record = load("policy_record")
    assert record.is_law.sum() == 2
    assert record.loc[record.is_law, "title"].tolist() == [
        "Revitalize American Manufacturing and Innovation Act",
        "CHIPS and Science Act of 2022",
    ]
    assert record.loc[record.stage == "duplicate", "item"].tolist() == [1]
    claims = load("claims").set_index("claim_id")
    assert claims.loc[record.claim_id, "verdict"].tolist() == record.verdict.tolist()
    assert claims.loc[record.claim_id, "source_ids"].tolist() == record.source_ids.tolist()


def test_printed_rates_and_money_are_those_of_the_claims_ledger():
    claims = load("claims").set_index("claim_id")
    rates = load("patent_rates").query("claim_id != ''")
    assert claims.loc[rates.claim_id, "printed_value"].astype(float).tolist() == rates.percent.tolist()
    money = load("institute_money").query("origin == 'printed in paper 003'")
    printed = claims.loc[["003-027", "003-029", "003-028", "003-030"], "printed_value"].astype(float) * 100
    assert [*money.federal_million_usd, *money.nonfederal_million_usd] == printed.round(6).tolist()
    assert load("institute_money").leverage.tolist() == [2.09, 1.66, 2.67, 2.79]
