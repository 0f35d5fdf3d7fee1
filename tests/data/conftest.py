"""A service on this machine that answers in the recorded shapes of FRED, BLS and the World Bank, well or badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from longwave.data import load
from longwave.data.fetching import fetch

Answer = Callable[[BaseHTTPRequestHandler], None]


def fred_csv(header: str = "observation_date", year_shift: float = 0.0) -> bytes:
    """MANEMP as FRED sends it: one line a month, an empty value where none is known."""
    lines = [f"{header},MANEMP"]
    for row in load("us_manufacturing").itertuples():
        value = f"{row.employment_thousand + year_shift:.1f}"
        lines += [f"{row.year}-{month:02d}-01,{value}" for month in range(1, row.months_in_mean + 1)]
    lines.append("2026-08-01,")
    return ("\n".join(lines) + "\n").encode()


def bls_json(status: str = "REQUEST_SUCCEEDED") -> bytes:
    """CES3000000001 as version 1 of the BLS interface sends it: three years, newest first, M13 for the mean."""
    data = [{"year": "2026", "period": "M07", "periodName": "July", "latest": "true", "value": "12650"}]
    for year in (2025, 2024):
        data.append({"year": str(year), "period": "M13", "periodName": "Annual", "value": "1"})
        data += [
            {"year": str(year), "period": f"M{month:02d}", "periodName": "", "value": "-" if month == 10 else "12700"}
            for month in range(12, 0, -1)
        ]
    for item in data:
        item["footnotes"] = [{}]
    series = [{"seriesID": "CES3000000001", "data": data}]
    message = [] if status == "REQUEST_SUCCEEDED" else ["Daily threshold reached"]
    return json.dumps(
        {"status": status, "responseTime": 116, "message": message, "Results": {"series": series}}
    ).encode()


def world_bank_json(column: str, country: str) -> bytes:
    """NV.IND.MANF.ZS as the World Bank sends it: a page of notes, then the years, newest first, null where unknown."""
    known = load("us_manufacturing").set_index("year")[column].dropna()
    items = [
        {
            "indicator": {"id": "NV.IND.MANF.ZS", "value": "Manufacturing, value added (% of GDP)"},
            "country": {"id": country, "value": country},
            "countryiso3code": country,
            "date": str(year),
            "value": None if year not in known.index else known[year] + 0.001,
            "unit": "",
            "obs_status": "",
            "decimal": 1,
        }
        for year in range(2025, 1959, -1)
    ]
    page = {"page": 1, "pages": 1, "per_page": 500, "total": len(items), "sourceid": "2", "lastupdated": "2026-07-13"}
    return json.dumps([page, items]).encode()


def send(
    body: bytes, kind: str = "application/json", status: int = 200, length: int | None = None, **headers
) -> Answer:
    """Return an answer that sends a body; `length` can promise more bytes than come."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def send_slowly(request: BaseHTTPRequestHandler) -> None:
    """Send one byte now and then, so that no single wait is long."""
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    for _byte in range(100):
        try:
            request.wfile.write(b" ")
            request.wfile.flush()
        except OSError:
            return
        time.sleep(0.05)


class Service:
    """Answers by path; counts requests; `get` maps the real addresses to this machine."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.requests: list[str] = []
        self.answers: dict[str, Answer] = {
            "/graph/fredgraph.csv": send(fred_csv(), "text/csv"),
            "/publicAPI/v1/timeseries/data/CES3000000001": send(bls_json()),
            "/v2/country/USA/indicator/NV.IND.MANF.ZS": send(world_bank_json("us_value_added_percent_gdp", "US")),
            "/v2/country/CHN/indicator/NV.IND.MANF.ZS": send(world_bank_json("china_value_added_percent_gdp", "CN")),
        }

    def get(self, address: str, **limits: float) -> bytes:
        """Fetch an address of a real service from this machine instead."""
        parts = urlsplit(address)
        assert parts.scheme == "https"
        return fetch(f"{self.address}{parts.path}?{parts.query}", **limits)


@pytest.fixture
def service() -> Iterator[Service]:
    """A running service."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            served.requests.append(path)
            served.answers[path](self)

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Service(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own folder, empty."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LONGWAVE_HOME", str(folder))
    return folder


@pytest.fixture
def shapes() -> dict[str, Callable]:
    """The makers of answers, for tests that change one."""
    return {
        "fred": fred_csv,
        "bls": bls_json,
        "world_bank": world_bank_json,
        "send": send,
        "send_slowly": send_slowly,
    }
