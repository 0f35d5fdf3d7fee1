"""Long waves: filters that find or make them, tests of their lengths, a blind test, and an economy that makes them.

This module only gathers what the lesson uses; the work is done in `filters`, `wave_lengths`, `blind` and `sterman`.
"""

from longwave.models.blind import blind_round, blind_score, filtered_periods, random_walk, rule_score
from longwave.models.filters import band_pass, dominant_period, hp_cutoff, hp_gain, hp_trend, ideal_weight
from longwave.models.sterman import sterman_long_wave, wave_period
from longwave.models.wave_lengths import dated_waves, next_length, trend_in_lengths, trends_by_author, wave_lengths

__all__ = [
    "band_pass",
    "blind_round",
    "blind_score",
    "dated_waves",
    "dominant_period",
    "filtered_periods",
    "hp_cutoff",
    "hp_gain",
    "hp_trend",
    "ideal_weight",
    "next_length",
    "random_walk",
    "rule_score",
    "sterman_long_wave",
    "trend_in_lengths",
    "trends_by_author",
    "wave_lengths",
    "wave_period",
]
