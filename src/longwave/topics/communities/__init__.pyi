from .charts import (
    forum_chart as forum_chart,
)
from .charts import (
    sizes_chart as sizes_chart,
)
from .charts import (
    tipping_chart as tipping_chart,
)
from .models.critical_mass import (
    crowd_path as crowd_path,
)
from .models.critical_mass import (
    rohlfs_equilibria as rohlfs_equilibria,
)
from .models.critical_mass import (
    willingness as willingness,
)
from .models.forum import (
    best_seeds as best_seeds,
)
from .models.forum import (
    forum as forum,
)
from .models.forum import (
    greedy_seeds as greedy_seeds,
)
from .models.forum import (
    network_cascade as network_cascade,
)
from .models.thresholds import (
    cascade_sizes as cascade_sizes,
)
from .models.thresholds import (
    random_crowds as random_crowds,
)
from .models.thresholds import (
    threshold_cascade as threshold_cascade,
)
from .panels import (
    tipping_panel as tipping_panel,
)
