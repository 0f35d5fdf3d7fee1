from .charts import (
    blocks_chart as blocks_chart,
)
from .charts import (
    plants_chart as plants_chart,
)
from .charts import (
    reach_chart as reach_chart,
)
from .fits import (
    exponents_between as exponents_between,
)
from .fits import (
    exponents_by_stretch as exponents_by_stretch,
)
from .fits import (
    fit_exponent as fit_exponent,
)
from .fits import (
    sales_at as sales_at,
)
from .models import (
    FORMS as FORMS,
)
from .models import (
    best_lot as best_lot,
)
from .models import (
    divide_range as divide_range,
)
from .models import (
    last_rank as last_rank,
)
from .models import (
    sales_by_rank as sales_by_rank,
)
from .models import (
    tail_share as tail_share,
)
from .models import (
    total_sales as total_sales,
)
from .panels import (
    reach_panel as reach_panel,
)
from .series_charts import (
    bend_chart as bend_chart,
)
from .series_charts import (
    counts_chart as counts_chart,
)
from .series_charts import (
    expected_count as expected_count,
)
from .tastes import (
    line_gain as line_gain,
)
from .tastes import (
    range_profit as range_profit,
)
from .tastes import (
    same_total as same_total,
)
from .tastes import (
    turning_margin as turning_margin,
)
from .tastes import (
    turning_setup as turning_setup,
)
