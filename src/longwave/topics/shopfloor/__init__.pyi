from .charts.bearings import (
    shapes_chart as shapes_chart,
)
from .charts.logic import (
    logic_chart as logic_chart,
)
from .charts.trials import (
    trials_chart as trials_chart,
)
from .charts.waits import (
    wait_chart as wait_chart,
)
from .charts.watch import (
    workshop_chart as workshop_chart,
)
from .models.bearings import (
    early_failures as early_failures,
)
from .models.bearings import (
    fit_shape as fit_shape,
)
from .models.bearings import (
    shape_from_two as shape_from_two,
)
from .models.bearings import (
    shapes_by_chance as shapes_by_chance,
)
from .models.maintenance import (
    age_replacement as age_replacement,
)
from .models.maintenance import (
    mean_life as mean_life,
)
from .models.parts import (
    simulated_wait as simulated_wait,
)
from .models.queueing import (
    kingman as kingman,
)
from .models.queueing import (
    waiting_times as waiting_times,
)
from .models.stops import (
    age_for_wait as age_for_wait,
)
from .models.stops import (
    stops_at_age as stops_at_age,
)
from .models.stops import (
    stops_by_age as stops_by_age,
)
from .models.stops import (
    turning_value as turning_value,
)
from .models.stops import (
    wait_with_stops as wait_with_stops,
)
from .models.trials import (
    misleading_share as misleading_share,
)
from .models.trials import (
    trial_waits as trial_waits,
)
from .models.workshop import (
    read_log as read_log,
)
from .models.workshop import (
    workshop_log as workshop_log,
)
from .panels import (
    shop_panel as shop_panel,
)
from .panels import (
    watch_panel as watch_panel,
)
