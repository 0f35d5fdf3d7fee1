from .charts.skills import (
    admission_chart as admission_chart,
)
from .charts.skills import (
    cobweb_chart as cobweb_chart,
)
from .charts.training import (
    policies_chart as policies_chart,
)
from .charts.training import (
    training_chart as training_chart,
)
from .models.skills import (
    admission_path as admission_path,
)
from .models.skills import (
    cobweb as cobweb,
)
from .models.skills import (
    critical_slope_ratio as critical_slope_ratio,
)
from .models.skills import (
    forward_share_needed as forward_share_needed,
)
from .models.skills import (
    mean_miss as mean_miss,
)
from .models.skills import (
    stock_pace as stock_pace,
)
from .models.skills import (
    swing_factor as swing_factor,
)
from .models.training import (
    subsidy_needed as subsidy_needed,
)
from .models.training import (
    training as training,
)
from .panels import (
    cobweb_panel as cobweb_panel,
)
from .panels import (
    training_panel as training_panel,
)
