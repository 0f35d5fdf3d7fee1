from .charts.estimates import (
    estimates_chart as estimates_chart,
)
from .charts.estimates import (
    four_means_chart as four_means_chart,
)
from .charts.estimates import (
    grants_chart as grants_chart,
)
from .charts.evaluation import (
    panel_chart as panel_chart,
)
from .models.differences import (
    before_after as before_after,
)
from .models.differences import (
    difference_in_differences as difference_in_differences,
)
from .models.differences import (
    difference_of_changes as difference_of_changes,
)
from .models.evaluation import (
    expected_bias as expected_bias,
)
from .models.evaluation import (
    firm_panel as firm_panel,
)
from .models.evaluation import (
    repeated as repeated,
)
from .models.evaluation import (
    turning_selection as turning_selection,
)
from .models.evaluation import (
    two_periods as two_periods,
)
from .models.fixed_effects import (
    fixed_effects as fixed_effects,
)
from .models.records import (
    GRANT_EFFECTS as GRANT_EFFECTS,
)
from .models.records import (
    changes_of as changes_of,
)
from .models.records import (
    scrap_panel as scrap_panel,
)
from .models.records import (
    store_jobs as store_jobs,
)
from .models.records import (
    store_rows as store_rows,
)
from .panels import (
    evaluation_panel as evaluation_panel,
)
