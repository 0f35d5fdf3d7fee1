from .charts.awards import (
    awards_chart as awards_chart,
)
from .charts.clubs import (
    club_chart as club_chart,
)
from .charts.leverage import (
    leverage_chart as leverage_chart,
)
from .charts.market import (
    chip_shares_chart as chip_shares_chart,
)
from .charts.places import (
    map_chart as map_chart,
)
from .charts.readings import (
    readings_chart as readings_chart,
)
from .charts.rules import (
    rules_chart as rules_chart,
)
from .models.clubs import (
    club_dues as club_dues,
)
from .models.clubs import (
    stays as stays,
)
from .models.held_out import (
    distance_of as distance_of,
)
from .models.held_out import (
    held_out as held_out,
)
from .models.held_out import (
    recovered as recovered,
)
from .models.institutes import (
    cell_readings as cell_readings,
)
from .models.institutes import (
    garbled_cells as garbled_cells,
)
from .models.institutes import (
    institute_leverage as institute_leverage,
)
from .models.institutes import (
    noticed_sums as noticed_sums,
)
from .models.institutes import (
    placed_institutes as placed_institutes,
)
from .models.institutes import (
    sums_of_others as sums_of_others,
)
from .models.leverage import (
    leverage as leverage,
)
from .models.lost_marks import (
    log_distance as log_distance,
)
from .models.lost_marks import (
    readings as readings,
)
from .models.promises import (
    base_money as base_money,
)
from .models.promises import (
    needed_belief as needed_belief,
)
from .models.promises import (
    renewal_gain as renewal_gain,
)
from .panels import (
    club_panel as club_panel,
)
from .panels import (
    leverage_panel as leverage_panel,
)
from .panels import (
    map_panel as map_panel,
)
from .panels import (
    readings_panel as readings_panel,
)
