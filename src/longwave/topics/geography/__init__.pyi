from .charts.industries import (
    boom_chart as boom_chart,
)
from .charts.industries import (
    pull_chart as pull_chart,
)
from .charts.places import (
    paths_chart as paths_chart,
)
from .charts.regions import (
    income_chart as income_chart,
)
from .charts.regions import (
    tomahawk_chart as tomahawk_chart,
)
from .models.boom import (
    boom as boom,
)
from .models.boom import (
    restoring_spill as restoring_spill,
)
from .models.core_periphery import (
    core_periphery_points as core_periphery_points,
)
from .models.core_periphery import (
    cost_history as cost_history,
)
from .models.core_periphery import (
    long_run_states as long_run_states,
)
from .models.core_periphery import (
    real_wage_gap as real_wage_gap,
)
from .models.core_periphery import (
    resting_share as resting_share,
)
from .models.core_periphery import (
    short_run as short_run,
)
from .models.places import (
    changes_together as changes_together,
)
from .models.places import (
    concentration as concentration,
)
from .models.places import (
    gigawatts as gigawatts,
)
from .models.places import (
    made_and_used as made_and_used,
)
from .panels import (
    tomahawk_panel as tomahawk_panel,
)
