"""Check film_scores.csv, typed as it is shipped: what a seller of tickets shows of its users' ratings, film by film."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the films in the order of the source; stars that are no half stars, or a film twice, are refused."""
    rows = read_rows(folder / "film_scores.csv")
    for row in rows:
        if not (2 * float(row["stars_shown"])).is_integer():
            raise ValueError(f"{row['film']}: the site shows half stars only.")
    if len({row["film"] for row in rows}) != len(rows):
        raise ValueError("A film is in the file twice.")
    return rows


if __name__ == "__main__":
    (HERE / "film_scores.csv").write_bytes(rows_to_bytes(build(HERE)))
