"""Build us_input_output.csv: what 15 sectors of the United States sold one another and final users in 2023."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the sales in the order of the raw file; a buyer that is no seller, or a pair twice, is refused."""
    rows = read_rows(raw / "sales.csv")
    sellers = {row["seller"] for row in rows}
    pairs = [(row["seller"], row["buyer"]) for row in rows]
    if len(set(pairs)) < len(pairs):
        raise ValueError("Each pair of seller and buyer is there once.")
    strange = sorted({buyer for _seller, buyer in pairs} - sellers - {"final use"})
    if strange:
        raise ValueError(f"These buyers sell nothing: {', '.join(strange)}.")
    return [row | {"source_ids": "BEAIO23", "verification": "no source seen"} for row in rows]


if __name__ == "__main__":
    (HERE / "us_input_output.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
