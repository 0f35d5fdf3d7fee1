"""Jumps between a low and a high state, under one name: parts are in `cusp`, `fluctuations` and `brusselator`."""

from longwave.models.brusselator import brusselator
from longwave.models.cusp import crossing_time, cusp_folds, equilibria, potential, pulse_outlay, pulse_path
from longwave.models.fluctuations import kramers_rate, mean_wait, noisy_histories, observations_needed

__all__ = [
    "brusselator",
    "crossing_time",
    "cusp_folds",
    "equilibria",
    "kramers_rate",
    "mean_wait",
    "noisy_histories",
    "observations_needed",
    "potential",
    "pulse_outlay",
    "pulse_path",
]
