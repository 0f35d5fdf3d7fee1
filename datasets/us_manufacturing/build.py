"""Build us_manufacturing.csv: the share of manufacturing in the old accounts, and each row's sources."""

from decimal import Decimal
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


SOURCE_OF_COLUMN = {
    "employment_thousand": "FREDMAN",
    "us_value_added_percent_gdp": "WDI2022",
    "china_value_added_percent_gdp": "WDI2022",
    "value_added_erp_billion_usd": "ERP2007",
}


def build(raw: Path) -> list[Row]:
    """Return one row a year; `source_ids` names the sources of the cells that are filled."""
    return [_finished(row) for row in read_rows(raw / "series.csv")]


def _finished(row: Row) -> Row:
    share = ""
    if row["value_added_erp_billion_usd"]:
        ratio = Decimal(row["value_added_erp_billion_usd"]) / Decimal(row["gdp_erp_billion_usd"])
        share = str((100 * ratio).quantize(Decimal("0.01")))
    sources = sorted({source for column, source in SOURCE_OF_COLUMN.items() if row[column]})
    return row | {"us_share_erp_percent": share, "source_ids": ";".join(sources), "verification": "source seen"}


if __name__ == "__main__":
    (HERE / "us_manufacturing.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
