from .charts.parties import (
    parties_chart as parties_chart,
)
from .charts.rewiring import (
    rewiring_chart as rewiring_chart,
)
from .charts.trust import (
    tie_value_chart as tie_value_chart,
)
from .models.bullwhip import (
    chain_ratio as chain_ratio,
)
from .models.bullwhip import (
    exact_ratio as exact_ratio,
)
from .models.bullwhip import (
    order_response as order_response,
)
from .models.bullwhip import (
    summed_ratio as summed_ratio,
)
from .models.rewiring import (
    changed_ring as changed_ring,
)
from .models.rewiring import (
    knack_draws as knack_draws,
)
from .models.rewiring import (
    ring_faster as ring_faster,
)
from .models.small_world import (
    local_clustering as local_clustering,
)
from .models.small_world import (
    mean_path_length as mean_path_length,
)
from .models.small_world import (
    move_links as move_links,
)
from .models.small_world import (
    ring_clustering as ring_clustering,
)
from .models.small_world import (
    ring_lattice as ring_lattice,
)
from .models.small_world import (
    ring_path_length as ring_path_length,
)
from .models.strength import (
    club_ties as club_ties,
)
from .models.strength import (
    drawn_groups as drawn_groups,
)
from .models.strength import (
    group_sizes as group_sizes,
)
from .models.strength import (
    shared_parties as shared_parties,
)
from .models.strength import (
    shuffled_groups as shuffled_groups,
)
from .models.trust import (
    best_shared as best_shared,
)
from .models.trust import (
    equal_heard as equal_heard,
)
from .models.trust import (
    nearly_best as nearly_best,
)
from .models.trust import (
    needed_patience as needed_patience,
)
from .models.trust import (
    tie_value as tie_value,
)
from .models.trust import (
    witnesses_needed as witnesses_needed,
)
from .models.weak_ties import (
    first_heard as first_heard,
)
from .models.weak_ties import (
    link_table as link_table,
)
from .models.weak_ties import (
    moving_curve as moving_curve,
)
from .models.weak_ties import (
    weeks_by_chance as weeks_by_chance,
)
from .panels import (
    rewiring_panel as rewiring_panel,
)
