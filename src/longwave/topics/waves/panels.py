"""Panels of lesson 16: a blind test of waves, and datings that the reader may change."""

import altair as alt
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.waves.charts import datings_chart, kept_chart
from longwave.topics.waves.models.blind import OPEN, ROUNDS, WALK, WAVE, blind_round
from longwave.topics.waves.models.filters import band_pass, dominant_period
from longwave.topics.waves.models.wave_lengths import dated_waves, trend_in_lengths, trends_by_author, wave_lengths

BAND = (20, 70)


def blind_panel() -> Panel:
    """Return the blind test: choose a round, guess whether it has a wave, then have it shown."""

    def draw(place: int, guess: str, shown: bool) -> alt.Chart:
        kind, series = blind_round(place)
        kept = band_pass(series, *BAND)
        title = _verdict(place, guess, kind) if shown else _question(place, guess)
        return kept_chart(kept, dominant_period(kept), title, series)

    controls: dict[str, Control] = {
        "place": Slider(_("Round"), "", 1, ROUNDS, 1, 1),
        "guess": Choice(_("Your guess"), "", {_("not yet"): OPEN, _("a wave"): WAVE, _("a random walk"): WALK}, OPEN),
        "shown": Choice(_("The truth"), "", {_("hidden"): False, _("shown"): True}, False),
    }
    return Panel(draw, controls)


def _question(place: int, guess: str) -> str:
    if guess == OPEN:
        return _("Round {place}: a wave of 50 years, or a random walk? Guess first").format(place=place)
    if guess == WAVE:
        return _("Round {place}: you say that there is a wave. Write it down").format(place=place)
    return _("Round {place}: you say that it is a random walk. Write it down").format(place=place)


def _verdict(place: int, guess: str, kind: str) -> str:
    truth = _("there was a wave in it") if kind == WAVE else _("it was a random walk, and nothing else")
    if guess == OPEN:
        return _("Round {place}: {truth}. You had not guessed").format(place=place, truth=truth)
    if guess == kind:
        return _("Round {place}: {truth}. You were right").format(place=place, truth=truth)
    return _("Round {place}: {truth}. You were wrong").format(place=place, truth=truth)


def dating_panel() -> Panel:
    """Return the panel in which the reader dates four waves, beside those who did so in print."""
    waves = dated_waves(load("long_waves"))
    trends = trends_by_author(waves)

    def draw(**years: int) -> alt.LayerChart:
        bounds = list(years.values())
        lengths = wave_lengths(bounds)
        yours = pd.DataFrame({"start": bounds[:-1], "end": bounds[1:], "length": lengths})
        return datings_chart(waves, trends, yours, trend_in_lengths(lengths))

    controls = {
        "first": Slider(_("First wave begins"), "", 1770, 1795, 1, 1782),
        "second": Slider(_("Second begins"), "", 1830, 1852, 1, 1845),
        "third": Slider(_("Third begins"), "", 1880, 1900, 1, 1892),
        "fourth": Slider(_("Fourth begins"), "", 1930, 1950, 1, 1948),
        "end": Slider(_("Fourth ends"), "", 1972, 1999, 1, 1991),
    }
    presets = {
        _("Rostow's prices"): _years(1790, 1848, 1896, 1935, 1972),
        _("A steady shortening"): _years(1788, 1844, 1896, 1944, 1988),
        _("No trend at all"): _years(1789, 1847, 1890, 1939, 1991),
    }
    return Panel(draw, controls, presets)


def _years(*years: int) -> dict[str, int]:
    return dict(zip(("first", "second", "third", "fourth", "end"), years, strict=True))
