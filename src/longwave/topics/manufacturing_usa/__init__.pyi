from .charts import (
    leverage_chart as leverage_chart,
)
from .charts import (
    map_chart as map_chart,
)
from .charts import (
    readings_chart as readings_chart,
)
from .models.institutes import (
    cell_readings as cell_readings,
)
from .models.institutes import (
    garbled_cells as garbled_cells,
)
from .models.institutes import (
    institute_leverage as institute_leverage,
)
from .models.institutes import (
    placed_institutes as placed_institutes,
)
from .models.leverage import (
    leverage as leverage,
)
from .models.lost_marks import (
    readings as readings,
)
from .panels import (
    leverage_panel as leverage_panel,
)
from .panels import (
    map_panel as map_panel,
)
from .panels import (
    readings_panel as readings_panel,
)
