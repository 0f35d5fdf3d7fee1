"""Evolution of an industry, under one name: the parts are in `selection`, `industry`, `lock_in` and `urns`."""

from longwave.models.industry import industry_histories
from longwave.models.lock_in import adopted_shares, adoption_histories, lock_in_probability, lock_in_time
from longwave.models.selection import fitness_variance, mean_fitness, productivity_change, replicator
from longwave.models.urns import polya_count_probability, polya_share_below, polya_urn, urn_histories

__all__ = [
    "adopted_shares",
    "adoption_histories",
    "fitness_variance",
    "industry_histories",
    "lock_in_probability",
    "lock_in_time",
    "mean_fitness",
    "polya_count_probability",
    "polya_share_below",
    "polya_urn",
    "productivity_change",
    "replicator",
    "urn_histories",
]
