from .charts import (
    figures_chart as figures_chart,
)
from .charts import (
    leverage_years_chart as leverage_years_chart,
)
from .models.beliefs import (
    brier_by_truth as brier_by_truth,
)
from .models.beliefs import (
    brier_score as brier_score,
)
from .models.beliefs import (
    expected_brier as expected_brier,
)
from .models.printed_figures import (
    equals_print as equals_print,
)
from .models.printed_figures import (
    growth_split as growth_split,
)
from .models.printed_figures import (
    pair_changes as pair_changes,
)
from .models.printed_figures import (
    unit_test as unit_test,
)
from .models.printed_figures import (
    years_between as years_between,
)
from .models.series import (
    one_series as one_series,
)
from .models.series import (
    prices as prices,
)
from .models.series import (
    printed_figures as printed_figures,
)
from .models.series import (
    published_series as published_series,
)
from .panels import (
    figures_panel as figures_panel,
)
