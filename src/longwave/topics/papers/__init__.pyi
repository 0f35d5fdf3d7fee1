from .charts import (
    institutes_chart as institutes_chart,
)
from .charts import (
    reading_chart as reading_chart,
)
from .panels import (
    reading_panel as reading_panel,
)
