from .charts.controls import (
    denial_chart as denial_chart,
)
from .charts.controls import (
    sales_chart as sales_chart,
)
from .charts.events import (
    events_chart as events_chart,
)
from .charts.patterns import (
    patterns_chart as patterns_chart,
)
from .models.denial import (
    denied_years as denied_years,
)
from .models.denial import (
    least_penalty as least_penalty,
)
from .models.denial import (
    longest_gap as longest_gap,
)
from .models.denial import (
    purchase_pace as purchase_pace,
)
from .models.denial import (
    stable_clubs as stable_clubs,
)
from .models.denial import (
    turning_pace as turning_pace,
)
from .models.thesis import (
    cells_to_recode as cells_to_recode,
)
from .models.thesis import (
    codings as codings,
)
from .models.thesis import (
    follows as follows,
)
from .models.thesis import (
    ranked as ranked,
)
from .models.thesis import (
    refuting as refuting,
)
from .models.trade import (
    best_subsidy as best_subsidy,
)
from .models.trade import (
    equilibrium_subsidy as equilibrium_subsidy,
)
from .models.trade import (
    least_detection as least_detection,
)
from .models.trade import (
    least_patience as least_patience,
)
from .models.trade import (
    subsidy_game as subsidy_game,
)
from .models.trade import (
    treaty as treaty,
)
from .panels import (
    denial_panel as denial_panel,
)
