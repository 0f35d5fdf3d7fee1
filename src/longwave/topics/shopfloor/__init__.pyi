from .charts import (
    replacement_chart as replacement_chart,
)
from .charts import (
    wait_chart as wait_chart,
)
from .charts import (
    workshop_chart as workshop_chart,
)
from .models.maintenance import (
    age_replacement as age_replacement,
)
from .models.maintenance import (
    cost_by_age as cost_by_age,
)
from .models.maintenance import (
    mean_life as mean_life,
)
from .models.maintenance import (
    sensor_cost as sensor_cost,
)
from .models.queueing import (
    erlang_b as erlang_b,
)
from .models.queueing import (
    erlang_c as erlang_c,
)
from .models.queueing import (
    kingman as kingman,
)
from .models.queueing import (
    machine_with_breakdowns as machine_with_breakdowns,
)
from .models.queueing import (
    oee as oee,
)
from .models.queueing import (
    pooled_wait as pooled_wait,
)
from .models.queueing import (
    regular_arrivals_wait as regular_arrivals_wait,
)
from .models.queueing import (
    waiting_times as waiting_times,
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
