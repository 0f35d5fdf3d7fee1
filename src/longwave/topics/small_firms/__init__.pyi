from .charts import (
    four_means_chart as four_means_chart,
)
from .charts import (
    panel_chart as panel_chart,
)
from .models.evaluation import (
    before_after as before_after,
)
from .models.evaluation import (
    difference_in_differences as difference_in_differences,
)
from .models.evaluation import (
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
    two_periods as two_periods,
)
from .panels import (
    evaluation_panel as evaluation_panel,
)
