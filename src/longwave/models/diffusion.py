"""Diffusion: how fast a new thing spreads among those who could use it.

The Bass model, substitution curves, two accounts of why firms adopt, and forecasts that can be scored.
"""

from longwave.models.adoption import epidemic_time, fit_threshold, mansfield_rate, threshold_sales, threshold_time
from longwave.models.bass import bass, bass_peak, fit_bass, fit_bass_with_market, ols_bass
from longwave.models.forecasts import hidden_futures, interval_score, market_profile, nearly_as_good
from longwave.models.substitution import fisher_pry, fit_fisher_pry, logistic

__all__ = [
    "bass",
    "bass_peak",
    "epidemic_time",
    "fisher_pry",
    "fit_bass",
    "fit_bass_with_market",
    "fit_fisher_pry",
    "fit_threshold",
    "hidden_futures",
    "interval_score",
    "logistic",
    "mansfield_rate",
    "market_profile",
    "nearly_as_good",
    "ols_bass",
    "threshold_sales",
    "threshold_time",
]
