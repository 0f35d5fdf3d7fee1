from .charts import (
    industry_chart as industry_chart,
)
from .charts import (
    shares_chart as shares_chart,
)
from .models.industry import (
    industry_histories as industry_histories,
)
from .models.selection import (
    fitness_variance as fitness_variance,
)
from .models.selection import (
    mean_fitness as mean_fitness,
)
from .models.selection import (
    productivity_change as productivity_change,
)
from .models.selection import (
    replicator as replicator,
)
from .panels import (
    selection_panel as selection_panel,
)
