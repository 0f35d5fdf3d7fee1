from .charts.alliances import (
    events_chart as events_chart,
)
from .charts.alliances import (
    standards_chart as standards_chart,
)
from .charts.trade import (
    subsidies_chart as subsidies_chart,
)
from .charts.trade import (
    treaty_chart as treaty_chart,
)
from .models.standards import (
    least_confidence as least_confidence,
)
from .models.standards import (
    risk_dominant as risk_dominant,
)
from .models.standards import (
    standards_game as standards_game,
)
from .models.trade import (
    best_subsidy as best_subsidy,
)
from .models.trade import (
    equilibrium_subsidy as equilibrium_subsidy,
)
from .models.trade import (
    least_patience as least_patience,
)
from .models.trade import (
    subsidy_answers as subsidy_answers,
)
from .models.trade import (
    subsidy_game as subsidy_game,
)
from .models.trade import (
    treaty as treaty,
)
from .panels import (
    standards_panel as standards_panel,
)
from .panels import (
    subsidy_panel as subsidy_panel,
)
