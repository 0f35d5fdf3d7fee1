from .charts.goals import (
    goals_chart as goals_chart,
)
from .charts.growth import (
    decades_chart as decades_chart,
)
from .charts.tornado import (
    tornado_chart as tornado_chart,
)
from .models.chance import (
    brier as brier,
)
from .models.chance import (
    hit_interval as hit_interval,
)
from .models.chance import (
    mean_brier as mean_brier,
)
from .models.combining import (
    WAYS as WAYS,
)
from .models.combining import (
    combined as combined,
)
from .models.combining import (
    complementarity as complementarity,
)
from .models.combining import (
    equal_single as equal_single,
)
from .models.combining import (
    neutral_share as neutral_share,
)
from .models.combining import (
    turning_start as turning_start,
)
from .models.goals import (
    carried_on as carried_on,
)
from .models.goals import (
    control_shares as control_shares,
)
from .models.growth import (
    after_and_before as after_and_before,
)
from .models.growth import (
    growth_pairs as growth_pairs,
)
from .models.growth import (
    hidden_effect as hidden_effect,
)
from .models.growth import (
    lever_world as lever_world,
)
from .models.turning import (
    MACHINE_TOOLS as MACHINE_TOOLS,
)
from .models.turning import (
    link_change as link_change,
)
from .models.turning import (
    machine_links as machine_links,
)
from .models.turning import (
    product_gains as product_gains,
)
from .models.turning import (
    turning_table as turning_table,
)
from .models.turning import (
    weakest_gains as weakest_gains,
)
from .panels import (
    tornado_panel as tornado_panel,
)
