from .charts.base import (
    owners_chart as owners_chart,
)
from .charts.base import (
    sales_chart as sales_chart,
)
from .charts.latency import (
    latency_chart as latency_chart,
)
from .charts.protection import (
    protection_chart as protection_chart,
)
from .models.base import (
    app_price as app_price,
)
from .models.base import (
    base_outcome as base_outcome,
)
from .models.base import (
    private_price as private_price,
)
from .models.base import (
    turning_cost as turning_cost,
)
from .models.functions import (
    factory_functions as factory_functions,
)
from .models.latency import (
    crossing_load as crossing_load,
)
from .models.latency import (
    erlang_c as erlang_c,
)
from .models.latency import (
    late_share as late_share,
)
from .models.latency import (
    mean_answer as mean_answer,
)
from .models.latency import (
    slowest_answer as slowest_answer,
)
from .models.protection import (
    best_protection as best_protection,
)
from .models.protection import (
    breach_chance as breach_chance,
)
from .models.protection import (
    needed_strength as needed_strength,
)
from .models.protection import (
    overtaking_strength as overtaking_strength,
)
from .models.protection import (
    protected_range as protected_range,
)
from .models.records import (
    base_sales as base_sales,
)
from .models.records import (
    paid_in_shares as paid_in_shares,
)
from .models.sides import (
    two_sided_base as two_sided_base,
)
from .panels import (
    base_panel as base_panel,
)
from .panels import (
    latency_panel as latency_panel,
)
from .panels import (
    protection_panel as protection_panel,
)
