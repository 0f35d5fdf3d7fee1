from .charts import (
    income_chart as income_chart,
)
from .charts import (
    tomahawk_chart as tomahawk_chart,
)
from .charts import (
    wiggle_chart as wiggle_chart,
)
from .models import (
    core_periphery_points as core_periphery_points,
)
from .models import (
    cost_history as cost_history,
)
from .models import (
    long_run_states as long_run_states,
)
from .models import (
    real_wage_gap as real_wage_gap,
)
from .models import (
    resting_share as resting_share,
)
from .models import (
    short_run as short_run,
)
from .panels import (
    tomahawk_panel as tomahawk_panel,
)
