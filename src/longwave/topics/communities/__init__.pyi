from .charts.crowds import (
    sizes_chart as sizes_chart,
)
from .charts.forum import (
    forum_chart as forum_chart,
)
from .charts.hump import (
    tipping_chart as tipping_chart,
)
from .charts.phones import (
    phones_chart as phones_chart,
)
from .models.critical_mass import (
    crowd_gain as crowd_gain,
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
    greedy_sets as greedy_sets,
)
from .models.forum import (
    network_cascade as network_cascade,
)
from .models.forum import (
    seed_sets as seed_sets,
)
from .models.leaders import (
    leader_changes as leader_changes,
)
from .models.pool import (
    least_most as least_most,
)
from .models.pool import (
    pool_machines as pool_machines,
)
from .models.talk import (
    herd_error as herd_error,
)
from .models.talk import (
    majority_error as majority_error,
)
from .models.talk import (
    survey_finds as survey_finds,
)
from .models.talk import (
    talk_finds as talk_finds,
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
