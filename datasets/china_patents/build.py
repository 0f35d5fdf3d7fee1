"""Check china_patents.csv, typed as it is shipped: Chinese patents filed, granted and in force."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
PRINTED_TOTALS = {
    ("2017-04", "firms"): 4064129,
    ("2017-04", "universities"): 418956,
    ("2017-04", "research institutes"): 145717,
    ("2019-04", "firms"): 5947977,
    ("2019-04", "universities"): 557715,
    ("2019-04", "research institutes"): 186737,
    ("2019-11", "firms"): 6581916,
    ("2019-11", "universities"): 611870,
    ("2019-11", "research institutes"): 199559,
}


def build(folder: Path) -> list[Row]:
    """Return the counts; refuse kinds that do not add up to a printed total."""
    rows = read_rows(folder / "china_patents.csv")
    for (date, owner), total in PRINTED_TOTALS.items():
        kinds = [int(row["patents"]) for row in rows if (row["date"], row["owner"]) == (date, owner)]
        if sum(kinds) != total:
            raise ValueError(f"{owner}, {date}: the kinds add up to {sum(kinds)}, not {total}.")
    return rows


if __name__ == "__main__":
    (HERE / "china_patents.csv").write_bytes(rows_to_bytes(build(HERE)))
