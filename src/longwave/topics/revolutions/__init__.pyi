from .charts.lineage import (
    lineage_chart as lineage_chart,
)
from .charts.revolutions import (
    repairs_chart as repairs_chart,
)
from .charts.revolutions import (
    table_in_english as table_in_english,
)
from .charts.revolutions_timeline import (
    timeline_chart as timeline_chart,
)
from .models import (
    cut_scores as cut_scores,
)
from .models import (
    gaps as gaps,
)
from .models import (
    phases as phases,
)
from .models import (
    shift_scores as shift_scores,
)
from .models import (
    years_at_home as years_at_home,
)
from .panels import (
    revolutions_panel as revolutions_panel,
)
