from .charts import (
    creation_chart as creation_chart,
)
from .charts import (
    owners_chart as owners_chart,
)
from .charts import (
    teece_map_chart as teece_map_chart,
)
from .models import (
    appropriation_game as appropriation_game,
)
from .models import (
    expected_creation as expected_creation,
)
from .models import (
    integration_capture as integration_capture,
)
from .models import (
    licensing_capture as licensing_capture,
)
from .models import (
    quantity_competition as quantity_competition,
)
from .models import (
    stacked_patents as stacked_patents,
)
from .models import (
    teece_map as teece_map,
)
from .panels import (
    teece_panel as teece_panel,
)
