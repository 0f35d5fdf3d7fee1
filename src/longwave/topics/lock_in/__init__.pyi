from .charts.histories import (
    histories_chart as histories_chart,
)
from .charts.learning import (
    halves_chart as halves_chart,
)
from .charts.learning import (
    learning_chart as learning_chart,
)
from .models.learning import (
    learning_halves as learning_halves,
)
from .models.learning import (
    learning_rate as learning_rate,
)
from .models.learning import (
    wright_forecast as wright_forecast,
)
from .models.lock_in import (
    adopted_shares as adopted_shares,
)
from .models.lock_in import (
    adoption_histories as adoption_histories,
)
from .models.lock_in import (
    lock_in_probability as lock_in_probability,
)
from .models.lock_in import (
    lock_in_time as lock_in_time,
)
from .models.urns import (
    polya_count_probability as polya_count_probability,
)
from .models.urns import (
    polya_share_below as polya_share_below,
)
from .models.urns import (
    urn_histories as urn_histories,
)
from .models.verdicts import (
    chance_if_it_lasts as chance_if_it_lasts,
)
from .models.verdicts import (
    misplaced_share as misplaced_share,
)
from .models.verdicts import (
    most_misplaced as most_misplaced,
)
from .models.verdicts import (
    needed_advantage as needed_advantage,
)
from .models.verdicts import (
    winner_after_losers as winner_after_losers,
)
from .models.verdicts import (
    winner_is_better as winner_is_better,
)
from .panels import (
    histories_panel as histories_panel,
)
