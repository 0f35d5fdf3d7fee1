"""Read the answers of three statistical services: each parser returns the values of each year, and checks the shape.

FRED sends CSV, the US Bureau of Labor Statistics (BLS) and the World Bank send JSON. A shape that differs from the
known one is refused, because a guess would put wrong numbers into a lesson.
"""

import csv
import json
from collections import defaultdict

from longwave.data.fetching import ServiceError
from longwave.i18n import _

Years = dict[int, list[float]]
_MONTHS = frozenset(f"M{month:02d}" for month in range(1, 13))


def read_answer(service: str, series: str, content: bytes) -> Years:
    """Return the values of a series by year: twelve for a full year of months, one for a yearly series.

    Raises `ServiceError` when the answer is empty, cut short, or of another shape than the service is known for.
    """
    readers = {"FRED": _read_fred, "BLS": _read_bls, "World Bank": _read_world_bank}
    try:
        years = readers[service](series, content.decode("utf-8"))
    except ServiceError:  # a refusal that the service itself put into words
        raise
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        text = _("The answer of {service} has a shape that is not known; the service may have changed.")
        raise ServiceError(text.format(service=service)) from error
    if not years:
        text = _("The answer of {service} holds no value of {series}.")
        raise ServiceError(text.format(service=service, series=series))
    return dict(years)


def _read_fred(series: str, text: str) -> Years:
    header, *lines = csv.reader(text.splitlines())
    if header not in (["observation_date", series], ["DATE", series]) or not text.endswith("\n"):
        raise ValueError("unknown header, or a last line that is cut")
    years: Years = defaultdict(list)
    for date, value in lines:
        if value not in ("", "."):
            years[_year(date[:4])].append(float(value))
    return years


def _read_bls(series: str, text: str) -> Years:
    answer = json.loads(text)
    if answer["status"] != "REQUEST_SUCCEEDED":
        text = _("BLS refused the request: {reason}.")
        raise ServiceError(text.format(reason="; ".join(answer["message"]) or answer["status"]))
    (only,) = answer["Results"]["series"]
    if only["seriesID"] != series:
        raise ValueError("another series")
    years: Years = defaultdict(list)
    for item in only["data"]:
        # M13 is the service's own yearly mean, “-” a month that was never surveyed.
        if item["period"] in _MONTHS and item["value"] != "-":
            years[_year(item["year"])].append(float(item["value"]))
    return years


def _read_world_bank(series: str, text: str) -> Years:
    answer = json.loads(text)
    if "message" in answer[0]:
        reason = "; ".join(item["value"] for item in answer[0]["message"])
        raise ServiceError(_("The World Bank refused the request: {reason}.").format(reason=reason))
    page, items = answer
    if page["pages"] != 1 or page["total"] != len(items):
        raise ValueError("not all pages")
    if {item["indicator"]["id"] for item in items} != {series} or len({item["country"]["id"] for item in items}) != 1:
        raise ValueError("another series, or several countries")
    return {_year(item["date"]): [float(item["value"])] for item in items if item["value"] is not None}


def _year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2100:
        raise ValueError("no year")
    return year
