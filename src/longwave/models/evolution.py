"""Evolution of an industry, under one name: the parts are in `lock_in` and `urns`."""

from longwave.models.lock_in import adopted_shares, adoption_histories, lock_in_probability, lock_in_time
from longwave.models.urns import polya_count_probability, polya_share_below, polya_urn, urn_histories

__all__ = [
    "adopted_shares",
    "adoption_histories",
    "lock_in_probability",
    "lock_in_time",
    "polya_count_probability",
    "polya_share_below",
    "polya_urn",
    "urn_histories",
]
