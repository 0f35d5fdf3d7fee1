from .charts.chance import (
    scale_chart as scale_chart,
)
from .charts.legs import (
    co_evolution_chart as co_evolution_chart,
)
from .charts.pairs import (
    indices_chart as indices_chart,
)
from .charts.rule import (
    rule_chart as rule_chart,
)
from .charts.scores import (
    scores_chart as scores_chart,
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
    mean_coupling as mean_coupling,
)
from .models.coordination import (
    trending_pairs as trending_pairs,
)
from .models.forecasts import (
    best_factor as best_factor,
)
from .models.forecasts import (
    scored as scored,
)
from .models.forecasts import (
    seven_forecasts as seven_forecasts,
)
from .models.preferences import (
    least_push as least_push,
)
from .models.preferences import (
    push_cost as push_cost,
)
from .models.preferences import (
    push_path as push_path,
)
from .models.preferences import (
    tie_share as tie_share,
)
from .models.series import (
    agreement as agreement,
)
from .models.series import (
    digital_share as digital_share,
)
from .models.series import (
    found_chance as found_chance,
)
from .models.series import (
    least_correlation as least_correlation,
)
from .models.series import (
    stretch as stretch,
)
from .models.tariff import (
    elsewhere as elsewhere,
)
from .models.tariff import (
    leading as leading,
)
from .models.tariff import (
    response as response,
)
from .models.tariff import (
    rule_changes as rule_changes,
)
from .panels import (
    co_evolution_panel as co_evolution_panel,
)
from .panels import (
    scale_panel as scale_panel,
)
