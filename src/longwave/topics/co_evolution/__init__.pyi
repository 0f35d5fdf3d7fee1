from .charts import (
    chance_chart as chance_chart,
)
from .charts import (
    co_evolution_chart as co_evolution_chart,
)
from .charts import (
    walks_chart as walks_chart,
)
from .models.co_evolution import (
    rest_levels as rest_levels,
)
from .models.coordination import (
    coordination_degree as coordination_degree,
)
from .models.coordination import (
    coupling_degree as coupling_degree,
)
from .models.coordination import (
    implied_larger as implied_larger,
)
from .models.coordination import (
    implied_ratio as implied_ratio,
)
from .models.coordination import (
    trending_pairs as trending_pairs,
)
from .panels import (
    co_evolution_panel as co_evolution_panel,
)
