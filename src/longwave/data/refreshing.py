"""Fresh official figures beside the shipped snapshot: `longwave data refresh NAME`, then `load(name, fresh=True)`.

The snapshot is never touched. A fresh copy is the snapshot with newer values in the columns that an official series
exists for; it is written into the reader's own folder, whole or not at all.
"""

import datetime
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from longwave.data import shelf
from longwave.data.fetching import ServiceError, fetch
from longwave.data.home import readers_folder
from longwave.data.rows import Row, read_rows, rows_to_bytes
from longwave.data.services import Years, read_answer
from longwave.i18n import _

_WHOLE_HISTORY = ("FRED", "World Bank")  # BLS answers with the last three years


def refresh(name: str, get: Callable[[str], bytes] = fetch) -> pd.DataFrame:
    """Fetch the official series of a dataset into the reader's own folder.

    Returns what came from where: DataFrame(column, service, series, years, newest_year). `get` turns an address into
    bytes; tests give their own. Raises `ServiceError` when a column could not be fetched from any service, and
    `DatasetError` when the dataset has no official series; then nothing is written.
    """
    descriptor = shelf.read_descriptor(name)
    if "live" not in descriptor:
        raise shelf.DatasetError(
            _("“{name}” has no official series to fetch; its snapshot is all there is.").format(name=name)
        )
    shelf.read_checked_bytes(name)
    rows = read_rows(shelf.datasets_folder() / name / f"{name}.csv")
    updates = [_update(rows, column, get, name) for column in descriptor["live"]]
    _refuse_out_of_range(rows, descriptor["resources"][0]["schema"]["fields"], name)
    _write(name, rows_to_bytes(sorted(rows, key=lambda row: row["year"])), updates)
    return pd.DataFrame(updates)


def refresh_report(name: str, get: Callable[[str], bytes] = fetch) -> str:
    """Refresh a dataset and return what came from where, as lines of text for the command line."""
    text = _("{column}: {service}, series {series}, {years} years, the newest {newest_year}")
    lines = [text.format_map(row) for row in refresh(name, get).to_dict("records")]
    lines.append(_("Use it: load(“{name}”, fresh=True). It is in {folder}.").format(name=name, folder=_folder(name)))
    return "\n".join(lines)


def read_fresh_bytes(name: str) -> bytes:
    """Return the bytes of a refreshed copy after comparing them with its record.

    Raises `DatasetError` when there is none, or when it is damaged; both say what to do.
    """
    shelf.read_descriptor(name)
    folder = _folder(name)
    try:
        content = (folder / f"{name}.csv").read_bytes()
        record = json.loads((folder / "refreshed.json").read_text(encoding="utf-8"))
        whole = record["hash"] == _hash(content)
    except FileNotFoundError:
        text = _("There is no refreshed copy of “{name}”. Run: longwave data refresh {name}. Or load the snapshot.")
        raise shelf.DatasetError(text.format(name=name)) from None
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        text = _("The refreshed copy of “{name}” in {folder} is damaged. Run: longwave data refresh {name}")
        raise shelf.ChangedDatasetError(text.format(name=name, folder=folder))
    return content


def _update(rows: list[Row], live: dict[str, Any], get: Callable[[str], bytes], name: str) -> dict[str, Any]:
    """Put a column's newer values into the rows, from the first of its services that gives them."""
    errors = []
    for service in live["services"]:
        try:
            years = read_answer(service["service"], service["series"], get(service["address"]))
            _refuse_lost_years(rows, live["column"], years, service["service"])
        except ServiceError as error:
            errors.append(str(error))
            continue
        newest = _put(rows, live, years)
        named = {"service": service["service"], "series": service["series"]}
        return {"column": live["column"], **named, "years": len(years), "newest_year": newest}
    text = _("“{name}” was not refreshed. {errors} The snapshot is unchanged: load(“{name}”) still works.")
    raise ServiceError(text.format(name=name, errors=" ".join(errors)))


def _refuse_lost_years(rows: list[Row], column: str, years: Years, service: str) -> None:
    missing = [row["year"] for row in rows if row[column] and int(row["year"]) not in years]
    if service in _WHOLE_HISTORY and missing:
        text = _("The answer of {service} lacks the year {year}; it may be cut short.")
        raise ServiceError(text.format(service=service, year=missing[0]))


def _put(rows: list[Row], live: dict[str, Any], years: Years) -> int:
    by_year = {int(row["year"]): row for row in rows}
    first = min(by_year)
    for year, values in sorted(years.items()):
        if year < first:
            continue
        if year not in by_year:
            by_year[year] = {**dict.fromkeys(rows[0], ""), "year": str(year), "verification": "source seen"}
            rows.append(by_year[year])
        mean = sum(map(Decimal, map(str, values)), Decimal(0)) / len(values)
        by_year[year][live["column"]] = str(mean.quantize(Decimal(live["round_to"])))
        if "months_column" in live:
            by_year[year][live["months_column"]] = str(len(values))
        sources = {*by_year[year]["source_ids"].split(";"), *live["source_ids"]} - {""}
        by_year[year]["source_ids"] = ";".join(sorted(sources))
    return max(years)


def _refuse_out_of_range(rows: list[Row], fields: list[dict[str, Any]], name: str) -> None:
    """Refuse a fetched figure that the passport's schema does not allow: the unit or the series may have changed."""
    for field in fields:
        limits = field.get("constraints", {})
        for row in rows:
            cell, place = row[field["name"]], {"name": name, "column": field["name"], "year": row["year"]}
            if cell == "" and limits.get("required"):
                text = _("“{name}” was not refreshed: {column} of {year} is missing. The snapshot is unchanged.")
                raise ServiceError(text.format(**place))
            if cell and "minimum" in limits and not limits["minimum"] <= float(cell) <= limits["maximum"]:
                text = _(
                    "“{name}” was not refreshed: {column} of {year} is {value}, out of range. "
                    "The snapshot is unchanged."
                )
                raise ServiceError(text.format(value=cell, **place))


def _folder(name: str) -> Path:
    return readers_folder() / "datasets" / name


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _write(name: str, content: bytes, updates: list[dict[str, Any]]) -> None:
    folder = _folder(name)
    record = {"hash": _hash(content), "date": datetime.date.today().isoformat(), "columns": updates}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / f"{name}.csv", content)
        _replace(folder / "refreshed.json", (json.dumps(record, indent=2) + "\n").encode("utf-8"))
    except OSError as error:
        text = _("Nothing can be written into {folder} ({reason}). Name another folder in LONGWAVE_HOME.")
        raise shelf.DatasetError(text.format(folder=folder, reason=error.strerror)) from error


def _replace(path: Path, content: bytes) -> None:
    """Write a file beside its target, then put it in place, so that a reader never sees half of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as stream:
        stream.write(content)
    try:
        os.replace(stream.name, path)
    except OSError:
        os.unlink(stream.name)
        raise
