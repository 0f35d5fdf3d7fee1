"""Build institute_network.csv: members, projects and money of the network by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the figures by year and indicator; an indicator with two units is refused."""
    rows = sorted(read_rows(raw / "network.csv"), key=lambda row: (row["year"], row["indicator"]))
    units = {(row["indicator"], row["unit"]) for row in rows}
    if len(units) > len({indicator for indicator, _unit in units}):
        raise ValueError("An indicator stands with two units.")
    return rows


if __name__ == "__main__":
    (HERE / "institute_network.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
