"""Fresh figures beside the snapshot: they come whole or not at all, and the snapshot always loads."""

import hashlib
import json
import os
import socket
from pathlib import Path

import pytest

from longwave.data import ChangedDatasetError, DatasetError, UnknownDatasetError, load, refresh, refresh_report
from longwave.data.fetching import ServiceError
from longwave.data.shelf import names, read_descriptor

SNAPSHOT = Path(__file__).parents[2] / "datasets/us_manufacturing/us_manufacturing.csv"
FRED = "/graph/fredgraph.csv"
BLS = "/publicAPI/v1/timeseries/data/CES3000000001"
BANK = "/v2/country/USA/indicator/NV.IND.MANF.ZS"


@pytest.fixture(autouse=True)
def snapshot_stays():
    """After each test the snapshot's bytes are what they were, and it loads."""
    before = hashlib.sha256(SNAPSHOT.read_bytes()).hexdigest()
    yield
    assert hashlib.sha256(SNAPSHOT.read_bytes()).hexdigest() == before
    assert len(load("us_manufacturing")) == 57


def written(home: Path) -> list[str]:
    """The files in the reader's own folder."""
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file())


def test_a_refresh_brings_newer_values_into_the_readers_own_folder(service, shapes, home):
    service.answers[FRED] = shapes["send"](shapes["fred"](year_shift=1.0), "text/csv")
    came = refresh("us_manufacturing", get=service.get)
    assert came.to_dict("records") == [
        {"column": "employment_thousand", "service": "FRED", "series": "MANEMP", "years": 57, "newest_year": 2026},
        {
            "column": "us_value_added_percent_gdp",
            "service": "World Bank",
            "series": "NV.IND.MANF.ZS",
            "years": 23,
            "newest_year": 2019,
        },
        {
            "column": "china_value_added_percent_gdp",
            "service": "World Bank",
            "series": "NV.IND.MANF.ZS",
            "years": 17,
            "newest_year": 2020,
        },
    ]
    assert written(home) == [
        "datasets/us_manufacturing/refreshed.json",
        "datasets/us_manufacturing/us_manufacturing.csv",
    ]
    fresh, shipped = load("us_manufacturing", fresh=True), load("us_manufacturing")
    assert (fresh.employment_thousand - shipped.employment_thousand).round(1).eq(1.0).all()
    unchanged = ["year", "months_in_mean", "us_value_added_percent_gdp", "us_share_erp_percent", "source_ids"]
    assert fresh[unchanged].equals(shipped[unchanged])


def test_the_report_for_the_command_line_says_what_came_from_where_and_how_to_use_it(service, home):
    lines = refresh_report("us_manufacturing", get=service.get).splitlines()
    assert lines[0] == "employment_thousand: FRED, series MANEMP, 57 years, the newest 2026"
    assert lines[-1].startswith("Use it: load(“us_manufacturing”, fresh=True).")
    assert str(home) in lines[-1]


def test_a_new_year_of_the_service_becomes_a_new_row(service, shapes, home):
    later = shapes["fred"]() + b"2026-08-01,12500\n2027-01-01,12400\n2027-02-01,12500\n"
    service.answers[FRED] = shapes["send"](later, "text/csv")
    refresh("us_manufacturing", get=service.get)
    row = load("us_manufacturing", fresh=True).set_index("year").loc[2027]
    assert (row.employment_thousand, row.months_in_mean, row.source_ids) == (12450.0, 2, "FREDMAN")


def test_when_fred_fails_bls_gives_the_last_years(service, shapes, home):
    service.answers[FRED] = shapes["send"](b"no", status=503)
    came = refresh("us_manufacturing", get=service.get)
    assert came.loc[0, ["service", "years"]].tolist() == ["BLS", 3]
    fresh = load("us_manufacturing", fresh=True).set_index("year")
    assert fresh.loc[2025, ["employment_thousand", "months_in_mean"]].tolist() == [12700.0, 11]
    assert fresh.employment_thousand[1970] == 17847.1


def bad_answers(shapes: dict) -> dict:
    send = shapes["send"]
    return {
        "HTML": (send(b"<html>down</html>", "text/html"), "answered with a web page"),
        "redirecting": (send(b"", status=302, Location="https://elsewhere.example/"), "a redirect is not followed"),
        "slow": (shapes["send_slowly"], "did not answer fully within"),
        "changed schema": (send(b'[{"pages": 1}, {"years": []}]'), "has a shape that is not known"),
        "truncated body": (send(b'[{"pages": 1', length=4_000), "was cut short"),
        "failing": (send(b"", status=500), "answered with error 500"),
        "empty": (send(b"[]"), "has a shape that is not known"),
    }


@pytest.mark.parametrize(
    "case", ["HTML", "redirecting", "slow", "changed schema", "truncated body", "failing", "empty"]
)
def test_a_bad_answer_is_a_plain_error_and_leaves_nothing(case, service, shapes, home):
    answer, says = bad_answers(shapes)[case]
    service.answers[BANK] = answer
    limit = 0.8 if case == "slow" else 60
    with pytest.raises(ServiceError, match=says) as caught:
        refresh("us_manufacturing", get=lambda address: service.get(address, limit_seconds=limit))
    assert "“us_manufacturing” was not refreshed" in str(caught.value)
    assert "The snapshot is unchanged" in str(caught.value)
    assert written(home) == []


def test_with_the_network_off_both_services_are_named_and_nothing_is_left(home, monkeypatch):
    def off(*_arguments, **_options):
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", off)
    with pytest.raises(ServiceError, match=r"fred\.stlouisfed\.org cannot be reached.*api\.bls\.gov cannot be reached"):
        refresh("us_manufacturing")
    assert written(home) == []


def test_a_body_cut_between_lines_is_found_by_its_missing_years(service, shapes, home):
    service.answers[FRED] = shapes["send"](b"\n".join(shapes["fred"]().split(b"\n")[:400]) + b"\n", "text/csv")
    service.answers[BLS] = shapes["send"](b"", status=500)
    with pytest.raises(ServiceError, match="The answer of FRED lacks the year 2004"):
        refresh("us_manufacturing", get=service.get)
    assert written(home) == []


def test_a_figure_in_another_unit_is_out_of_range(service, shapes, home):
    millions = shapes["fred"](year_shift=100_000)
    service.answers[FRED] = shapes["send"](millions, "text/csv")
    with pytest.raises(ServiceError, match=r"employment_thousand of 1970 is 117847\.1, out of range"):
        refresh("us_manufacturing", get=service.get)
    assert written(home) == []


def test_a_failed_refresh_keeps_the_fresh_copy_of_before(service, shapes, home):
    refresh("us_manufacturing", get=service.get)
    before = load("us_manufacturing", fresh=True)
    service.answers[BANK] = shapes["send"](b"", status=500)
    with pytest.raises(ServiceError):
        refresh("us_manufacturing", get=service.get)
    assert load("us_manufacturing", fresh=True).equals(before)


def test_without_a_fresh_copy_the_error_names_the_command(home):
    with pytest.raises(DatasetError, match="Run: longwave data refresh us_manufacturing"):
        load("us_manufacturing", fresh=True)


@pytest.mark.parametrize("harm", ["file", "record", "shape"])
def test_a_damaged_fresh_copy_is_told_and_not_loaded(harm, service, home):
    refresh("us_manufacturing", get=service.get)
    folder = home / "datasets/us_manufacturing"
    if harm == "file":
        (folder / "us_manufacturing.csv").write_bytes(b"year\n1970\n")
    else:
        (folder / "refreshed.json").write_text("{" if harm == "record" else json.dumps([]), encoding="utf-8")
    with pytest.raises(ChangedDatasetError, match="is damaged. Run: longwave data refresh us_manufacturing"):
        load("us_manufacturing", fresh=True)


def test_a_dataset_without_an_official_series_is_not_fetched(home):
    def refuse(address: str) -> bytes:
        raise AssertionError(address)

    with pytest.raises(DatasetError, match="“claims” has no official series"):
        refresh("claims", get=refuse)
    with pytest.raises(UnknownDatasetError):
        refresh("claim", get=refuse)


def test_a_folder_that_cannot_be_written_is_told(service, home):
    home.write_text("a file stands in the way", encoding="utf-8")
    with pytest.raises(DatasetError, match="Nothing can be written into .*Name another folder in LONGWAVE_HOME"):
        refresh("us_manufacturing", get=service.get)


def test_a_crash_while_writing_leaves_no_half_file(service, home, monkeypatch):
    def crash(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", crash)
    with pytest.raises(DatasetError, match="No space left on device"):
        refresh("us_manufacturing", get=service.get)
    assert written(home) == []


def test_every_live_address_is_https_and_of_an_official_service():
    live = [
        service
        for name in names()
        for column in read_descriptor(name).get("live", [])
        for service in column["services"]
    ]
    assert {service["service"] for service in live} == {"FRED", "BLS", "World Bank"}
    hosts = ("https://fred.stlouisfed.org/", "https://api.bls.gov/", "https://api.worldbank.org/")
    assert all(service["address"].startswith(hosts) for service in live)
