from .charts.records import (
    growth_chart as growth_chart,
)
from .charts.records import (
    peak_chart as peak_chart,
)
from .charts.replies import (
    delay_chart as delay_chart,
)
from .charts.replies import (
    replies_chart as replies_chart,
)
from .models.base import (
    base_technology as base_technology,
)
from .models.delay import (
    even_year as even_year,
)
from .models.delay import (
    highest_rate as highest_rate,
)
from .models.delay import (
    j_curve as j_curve,
)
from .models.delay import (
    shortfall as shortfall,
)
from .models.generality import (
    chance_of_first as chance_of_first,
)
from .models.generality import (
    expected_generality as expected_generality,
)
from .models.generality import (
    generality as generality,
)
from .models.productivity import (
    growth_by_period as growth_by_period,
)
from .models.productivity import (
    shape_at as shape_at,
)
from .models.productivity import (
    shapes as shapes,
)
from .panels import (
    delay_panel as delay_panel,
)
from .panels import (
    subsidies_panel as subsidies_panel,
)
