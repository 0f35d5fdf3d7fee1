from .charts import (
    moved_chart as moved_chart,
)
from .charts import (
    rewiring_chart as rewiring_chart,
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
    search_steps as search_steps,
)
from .panels import (
    rewiring_panel as rewiring_panel,
)
