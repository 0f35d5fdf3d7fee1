"""The shapes of three services: read right, and refused when they changed."""

import json

import pytest

from longwave.data.fetching import ServiceError
from longwave.data.services import read_answer


def test_fred_months_are_read_by_year_under_both_headers(shapes):
    for header in ("observation_date", "DATE"):
        years = read_answer("FRED", "MANEMP", shapes["fred"](header))
        assert len(years[2025]) == 12
        assert len(years[2026]) == 7
        assert years[1970] == [17847.1] * 12


def test_a_dot_of_fred_is_no_value():
    assert read_answer("FRED", "MANEMP", b"DATE,MANEMP\n1970-01-01,.\n1970-02-01,5\n") == {1970: [5.0]}


def test_bls_months_are_read_without_its_mean_and_without_months_never_surveyed(shapes):
    years = read_answer("BLS", "CES3000000001", shapes["bls"]())
    assert years[2025] == [12700.0] * 11
    assert years[2026] == [12650.0]


def test_bls_says_why_it_refused(shapes):
    with pytest.raises(ServiceError, match="BLS refused the request: Daily threshold reached"):
        read_answer("BLS", "CES3000000001", shapes["bls"]("REQUEST_NOT_PROCESSED"))


def test_world_bank_years_are_read_without_the_unknown_ones(shapes):
    years = read_answer("World Bank", "NV.IND.MANF.ZS", shapes["world_bank"]("china_value_added_percent_gdp", "CN"))
    assert min(years) == 2004
    assert years[2004] == [pytest.approx(31.981)]


def test_the_world_bank_says_why_it_refused():
    answer = json.dumps([{"message": [{"id": "120", "key": "Invalid value", "value": "No such country"}]}]).encode()
    with pytest.raises(ServiceError, match="World Bank refused the request: No such country"):
        read_answer("World Bank", "NV.IND.MANF.ZS", answer)


def _changed(content: bytes, *path_and_value) -> bytes:
    """Return JSON with the value at a path replaced, or taken out when the new value is None."""
    document = json.loads(content)
    *path, last, value = path_and_value
    place = document
    for step in path:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return json.dumps(document).encode()


UNKNOWN_SHAPES = {
    "FRED without a header": ("FRED", lambda s: s["fred"]().split(b"\n", 1)[1]),
    "FRED with another series": ("FRED", lambda s: s["fred"]().replace(b"MANEMP", b"PAYEMS")),
    "FRED with a column more": ("FRED", lambda s: s["fred"]().replace(b"\n", b",0\n")),
    "FRED with a word for a number": ("FRED", lambda s: s["fred"]().replace(b"17847.1", b"n/a")),
    "FRED cut within a line": ("FRED", lambda s: s["fred"]()[:-20]),
    "FRED that is not text": ("FRED", lambda _s: b"\xff\xfe\x00"),
    "an empty body of FRED": ("FRED", lambda _s: b""),
    "BLS cut within": ("BLS", lambda s: s["bls"]()[:-100]),
    "BLS without results": ("BLS", lambda s: _changed(s["bls"](), "Results", None)),
    "BLS with a renamed value": ("BLS", lambda s: s["bls"]().replace(b'"value"', b'"amount"')),
    "BLS with another series": ("BLS", lambda s: s["bls"]().replace(b"CES3", b"CES4")),
    "BLS as a list": ("BLS", lambda s: b"[" + s["bls"]() + b"]"),
    "World Bank cut within": ("World Bank", lambda s: _bank(s)[:-100]),
    "World Bank with further pages": ("World Bank", lambda s: _changed(_bank(s), 0, "pages", 2)),
    "World Bank with fewer rows than promised": ("World Bank", lambda s: _changed(_bank(s), 1, 0, None)),
    "World Bank with another series": ("World Bank", lambda s: _bank(s).replace(b"NV.IND.MANF.ZS", b"NV.AGR.TOTL.ZS")),
    "World Bank with two countries": ("World Bank", lambda s: _changed(_bank(s), 1, 0, "country", "id", "CN")),
    "World Bank with a month for a year": ("World Bank", lambda s: _bank(s).replace(b'"2019"', b'"2019M01"')),
    "World Bank in the year 20190": ("World Bank", lambda s: _bank(s).replace(b'"2019"', b'"20190"')),
}
SERIES = {"FRED": "MANEMP", "BLS": "CES3000000001", "World Bank": "NV.IND.MANF.ZS"}


def _bank(shapes: dict) -> bytes:
    return shapes["world_bank"]("us_value_added_percent_gdp", "US")


@pytest.mark.parametrize("case", UNKNOWN_SHAPES)
def test_another_shape_is_refused(case, shapes):
    service, make = UNKNOWN_SHAPES[case]
    with pytest.raises(ServiceError, match=f"The answer of {service} has a shape that is not known"):
        read_answer(service, SERIES[service], make(shapes))


def test_an_answer_without_values_is_refused():
    with pytest.raises(ServiceError, match="The answer of FRED holds no value of MANEMP"):
        read_answer("FRED", "MANEMP", b"observation_date,MANEMP\n1970-01-01,\n")
