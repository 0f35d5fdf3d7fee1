from .charts.jumps import (
    outlay_chart as outlay_chart,
)
from .charts.jumps import (
    swings_chart as swings_chart,
)
from .charts.jumps import (
    waits_chart as waits_chart,
)
from .charts.tipping import (
    fold_chart as fold_chart,
)
from .charts.tipping import (
    push_chart as push_chart,
)
from .models.brusselator import (
    brusselator as brusselator,
)
from .models.cusp import (
    crossing_time as crossing_time,
)
from .models.cusp import (
    cusp_folds as cusp_folds,
)
from .models.cusp import (
    equilibria as equilibria,
)
from .models.cusp import (
    potential as potential,
)
from .models.cusp import (
    pulse_outlay as pulse_outlay,
)
from .models.cusp import (
    pulse_path as pulse_path,
)
from .models.fluctuations import (
    kramers_rate as kramers_rate,
)
from .models.fluctuations import (
    mean_wait as mean_wait,
)
from .models.fluctuations import (
    noisy_histories as noisy_histories,
)
from .models.fluctuations import (
    observations_needed as observations_needed,
)
from .panels import (
    tipping_panel as tipping_panel,
)
