from .charts.blocks import (
    blocks_chart as blocks_chart,
)
from .charts.plants import (
    plants_chart as plants_chart,
)
from .charts.plants import (
    reach_chart as reach_chart,
)
from .charts.series import (
    bend_chart as bend_chart,
)
from .charts.series import (
    counts_chart as counts_chart,
)
from .charts.series import (
    expected_count as expected_count,
)
from .models.fits import (
    compare_counts as compare_counts,
)
from .models.fits import (
    exponents_between as exponents_between,
)
from .models.fits import (
    exponents_by_stretch as exponents_by_stretch,
)
from .models.fits import (
    fit_exponent as fit_exponent,
)
from .models.fits import (
    sales_at as sales_at,
)
from .models.ranks import (
    FORMS as FORMS,
)
from .models.ranks import (
    best_lot as best_lot,
)
from .models.ranks import (
    divide_range as divide_range,
)
from .models.ranks import (
    last_rank as last_rank,
)
from .models.ranks import (
    sales_by_rank as sales_by_rank,
)
from .models.ranks import (
    tail_share as tail_share,
)
from .models.ranks import (
    total_sales as total_sales,
)
from .models.tastes import (
    line_gain as line_gain,
)
from .models.tastes import (
    range_profit as range_profit,
)
from .models.tastes import (
    same_total as same_total,
)
from .models.tastes import (
    turning_margin as turning_margin,
)
from .models.tastes import (
    turning_setup as turning_setup,
)
from .models.tastes import (
    turning_titles as turning_titles,
)
from .panels import (
    reach_panel as reach_panel,
)
