"""A sealed forecast: kept, opened, broken, refused."""

import json

import pytest

from longwave.tasks import open_forecast, seal_forecast
from longwave.tasks.sealing import forecasts_file, read_forecasts, seal_of

QUESTION, DUE, WRONG = "Does the ministry report more than 75?", "2028-06-30", "72 or less at the end of 2027"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path))
    return tmp_path


def test_what_is_sealed_can_be_opened_and_is_scored():
    card = seal_forecast(QUESTION, DUE, 0.4, WRONG)
    (kept,) = read_forecasts()
    assert card.status == "kept"
    assert kept["seal"] in card.text
    assert "0.4" not in card.text  # the card may be shown to the other side
    assert "0.36" in open_forecast(kept["seal"], happened=True).text
    assert "0.16" in open_forecast(kept["seal"], happened=False).text


def test_the_same_forecast_twice_has_two_seals_so_that_no_chance_can_be_tried_out():
    for _time in range(2):
        seal_forecast(QUESTION, DUE, 0.4, WRONG)
    first, second = read_forecasts()
    assert first["seal"] != second["seal"] == seal_of(second)


def test_a_text_that_was_changed_breaks_the_seal():
    seal_forecast(QUESTION, DUE, 0.4, WRONG)
    (kept,) = read_forecasts()
    forecasts_file().write_text(json.dumps([{**kept, "probability": 0.9}]), encoding="utf-8")
    assert open_forecast(kept["seal"], happened=True).word == "The seal is broken."


@pytest.mark.parametrize("damage", ["", "[{", "{}", '[{"seal": "x"}, 3]'])
def test_a_damaged_file_is_set_aside_and_nothing_of_it_is_lost(home, damage):
    forecasts_file().write_text(damage, encoding="utf-8")
    seal_forecast(QUESTION, DUE, 0.4, WRONG)
    assert QUESTION in [one.get("question") for one in read_forecasts()]
    (aside,) = home.glob("forecasts.corrupt-*.json")
    assert aside.read_text(encoding="utf-8") == damage


def test_a_write_that_fails_leaves_the_forecasts_that_were_there(monkeypatch):
    seal_forecast(QUESTION, DUE, 0.4, WRONG)
    before = forecasts_file().read_text(encoding="utf-8")

    def full(*_arguments, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dump", full)
    assert "not kept on the disk" in seal_forecast(QUESTION, DUE, 0.6, WRONG).text
    assert forecasts_file().read_text(encoding="utf-8") == before


def test_dots_seal_nothing():
    for parts in ((..., DUE, 0.4, WRONG), (QUESTION, ..., 0.4, WRONG), (QUESTION, DUE, ..., WRONG)):
        assert seal_forecast(*parts).status == "unanswered"
    assert read_forecasts() == []


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((QUESTION, "30 June 2028", 0.4, WRONG), "year, month and day"),
        ((QUESTION, DUE, 40, WRONG), "from 0 to 1"),
        ((QUESTION, DUE, "0.4", WRONG), ""),
        ((" ", DUE, 0.4, WRONG), "in quotes"),
        ((QUESTION, DUE, 0.4, 72), "in quotes"),
    ],
)
def test_what_cannot_be_scored_is_refused_in_words(parts, words):
    card = seal_forecast(*parts)
    assert card.status == "unusable"
    assert words in card.text
    assert read_forecasts() == []


def test_an_unknown_seal_and_a_damaged_file_are_told():
    forecasts_file().write_text("[", encoding="utf-8")
    assert open_forecast("0" * 16, happened=True).status == "unusable"
    assert seal_forecast(QUESTION, DUE, 0.4, WRONG).status == "kept"


def test_where_nothing_can_be_written_the_text_is_in_the_card(home, monkeypatch):
    (home / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("LONGWAVE_HOME", str(home / "file"))
    card = seal_forecast(QUESTION, DUE, 0.4, WRONG)
    assert "not kept on the disk" in card.text
    assert QUESTION in card.text
