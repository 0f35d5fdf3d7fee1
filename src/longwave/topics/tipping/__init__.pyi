from .charts.jumps import (
    outlay_chart as outlay_chart,
)
from .charts.releases import (
    busts_chart as busts_chart,
)
from .charts.releases import (
    ridge_chart as ridge_chart,
)
from .charts.structures import (
    structures_chart as structures_chart,
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
    drawn_waits as drawn_waits,
)
from .models.fluctuations import (
    kramers_rate as kramers_rate,
)
from .models.fluctuations import (
    mean_wait as mean_wait,
)
from .models.fluctuations import (
    observations_needed as observations_needed,
)
from .models.releases import (
    aligned as aligned,
)
from .models.releases import (
    kept_by_chance as kept_by_chance,
)
from .models.releases import (
    records as records,
)
from .models.releases import (
    yearly_additions as yearly_additions,
)
from .models.releases import (
    yearly_ratios as yearly_ratios,
)
from .models.ridge import (
    invented_slopes as invented_slopes,
)
from .models.ridge import (
    pairs as pairs,
)
from .models.ridge import (
    share_with_ridge as share_with_ridge,
)
from .models.ridge import (
    state_series as state_series,
)
from .models.ridge import (
    steepest_slope as steepest_slope,
)
from .models.schlogl import (
    dissipation as dissipation,
)
from .models.schlogl import (
    schlogl_folds as schlogl_folds,
)
from .models.schlogl import (
    schlogl_path as schlogl_path,
)
from .models.schlogl import (
    schlogl_states as schlogl_states,
)
from .panels import (
    busts_panel as busts_panel,
)
from .panels import (
    tipping_panel as tipping_panel,
)
