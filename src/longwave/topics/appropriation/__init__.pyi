from .charts.own_force import (
    own_force_chart as own_force_chart,
)
from .charts.owners import (
    owners_chart as owners_chart,
)
from .charts.window import (
    window_chart as window_chart,
)
from .models.assets import (
    appropriation_game as appropriation_game,
)
from .models.assets import (
    integration_capture as integration_capture,
)
from .models.assets import (
    licensing_capture as licensing_capture,
)
from .models.assets import (
    own_or_licence as own_or_licence,
)
from .models.assets import (
    turning_right as turning_right,
)
from .models.copying import (
    copiers as copiers,
)
from .models.copying import (
    earned_each as earned_each,
)
from .models.copying import (
    follow_outcome as follow_outcome,
)
from .models.copying import (
    lead_without_patent as lead_without_patent,
)
from .models.copying import (
    outcome_stretches as outcome_stretches,
)
from .models.copying import (
    patent_and_sum as patent_and_sum,
)
from .models.copying import (
    patent_decides as patent_decides,
)
from .models.markets import (
    quantity_competition as quantity_competition,
)
from .models.markets import (
    stacked_patents as stacked_patents,
)
from .models.sequence import (
    invention_line as invention_line,
)
from .panels import (
    own_force_panel as own_force_panel,
)
from .panels import (
    window_panel as window_panel,
)
