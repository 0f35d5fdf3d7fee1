"""The two ledgers: how many rows, which verdicts, and whether every section of the papers has a row."""

from longwave.data import claims_report, load, names, passport, verdict_counts, verdicts

SECTIONS = {
    "000": "摘要 引言 一(一) 一(二) 一(二)1 一(二)2 一(二)3 一(二)4 一(三) 二 图1 二(一) 二(二) 二(三) 二(四) "
    "三(一) 三(二) 三(三) 图2 三(四) 四(一) 四(二) 四(三) 四(四)",
    "003": "摘要 一 二(一) 表1 图1 图2 二(二) 三 三(一) 三(二) 三(三) 图3 三(四) 三(五) 表2 "
    "四 四(一) 四(二) 四(三) 四(四) 四(五) 四(六)",
}


def test_the_ledger_has_282_claims_44_of_the_first_paper_and_238_of_the_second():
    claims = load("claims")
    assert len(claims) == 282
    assert claims.paper.value_counts().to_dict() == {"003": 238, "000": 44}
    assert claims.claim_id.tolist() == [
        *(f"000-{number:03d}" for number in range(1, 45)),
        *(f"003-{number:03d}" for number in range(1, 239)),
    ]


def test_the_printed_counts_by_verdict_are_those_of_the_passport():
    counts = verdict_counts("claims")
    assert counts.to_dict() == passport("claims").counts
    assert counts.sum() == 282
    lines = claims_report(written=[]).splitlines()[1 : 1 + len(counts)]
    for line, known in zip(lines, verdicts().itertuples(), strict=True):
        assert (line.split()[0], known.claims) == (str(counts[known.verdict]), counts[known.verdict])
        assert line.endswith(f"  {known.meaning}")


def test_a_claim_is_confirmed_only_by_a_source_that_was_opened():
    claims = load("claims")
    confirmed = claims[claims.verdict == "confirmed"]
    assert (confirmed.source_ids != "").all()
    assert set(confirmed.basis) <= {"source seen", "source seen for part", "second-hand source seen"}
    partly = claims[claims.verdict == "partly confirmed"]
    assert ((partly.source_ids != "") | (partly.basis == "text itself")).all()


def test_a_claim_is_taken_on_trust_only_where_no_source_was_opened():
    claims = load("claims")
    trusted = claims[claims.verdict == "taken on trust"]
    assert len(trusted) == 5
    assert set(trusted.basis) == {"no source seen"}
    assert set(trusted.source_ids) == {""}


def test_no_source_means_that_no_row_of_any_dataset_names_one_for_the_claim():
    claims = load("claims").set_index("claim_id")
    unseen = claims[claims.basis.isin(["no source seen", "no source found"])]
    assert set(unseen.source_ids) == {""}
    for claim_id, source_ids in _sources_named_beside_claims():
        assert claim_id not in unseen.index, (claim_id, source_ids)


def _sources_named_beside_claims():
    """Yield each claim that a row of another dataset is about, with the sources of that row."""
    for name in names():
        frame = load(name)
        columns = [column for column in ("claim_id", "claim_ids") if column in frame.columns]
        if name == "claims" or not columns or "source_ids" not in frame.columns:
            continue
        for row in frame[frame.source_ids != ""].to_dict("records"):
            for claim_id in filter(None, ";".join(row[column] for column in columns).split(";")):
                yield claim_id, row["source_ids"]


def test_the_search_for_sources_beside_claims_reaches_the_sets_that_name_them():
    found = dict(_sources_named_beside_claims())
    assert {"003-046", "003-048", "003-050"} <= set(found)


def test_every_section_figure_and_table_of_both_papers_has_a_passage():
    passages = load("passages")
    for paper, marks in SECTIONS.items():
        assert set(passages[passages.paper == paper].section) == set(marks.split())
    framed = passages[passages.kind.isin(["section", "figure", "table"])]
    assert not framed.duplicated(["paper", "section"]).any()
    assert len(framed) == sum(len(marks.split()) for marks in SECTIONS.values())


def test_a_claim_stands_in_a_section_that_has_a_passage_but_for_titles_and_end_notes():
    passages, claims = load("passages"), load("claims")
    known = set(zip(passages.paper, passages.section, strict=True))
    elsewhere = {("000", "题名"), ("000", "文末"), ("003", "页眉")}
    assert set(zip(claims.paper, claims.section, strict=True)) - known == elsewhere


def test_a_claim_names_a_passage_of_its_section():
    sections = load("passages").set_index("passage_id")[["paper", "section"]].apply(tuple, axis="columns").to_dict()
    claims = load("claims")
    named = claims[claims.passage_id != ""]
    assert set(claims[claims.passage_id == ""].section) == {"题名", "文末", "页眉"}
    # The abstract says what a later part says at length, and the sentence before Table 2 is on the table.
    repeated = {"000-002": "二", "000-003": "二", "003-068": "表2", "003-074": "四"}
    for claim in named.itertuples():
        assert sections[claim.passage_id] == (claim.paper, repeated.get(claim.claim_id, claim.section)), claim.claim_id


def test_the_marks_that_a_reader_needs_stand_in_the_claims():
    claims = load("claims").set_index("claim_id")
    assert claims.loc["003-031", "checked_value"].startswith("52 + 1.5 = 53.5 billion")
    assert claims.loc["003-037", "detail"] == "reversed"
    assert claims.loc["003-132", ["verdict", "checked_value"]].tolist() == ["wrong", "2012-08"]
    assert claims.loc["003-227", "checked_value"] == "University of Texas at San Antonio"
