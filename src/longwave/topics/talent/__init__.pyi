from .charts.boom import (
    boom_chart as boom_chart,
)
from .charts.lags import (
    classes_chart as classes_chart,
)
from .charts.lags import (
    lags_chart as lags_chart,
)
from .charts.lags import (
    mountains_chart as mountains_chart,
)
from .models.cobweb import (
    boom_path as boom_path,
)
from .models.cobweb import (
    forward_share_needed as forward_share_needed,
)
from .models.cobweb import (
    swing_factor as swing_factor,
)
from .models.lags import (
    effective_sample as effective_sample,
)
from .models.lags import (
    lag_correlations as lag_correlations,
)
from .models.lags import (
    surrogate_correlations as surrogate_correlations,
)
from .models.slopes import (
    demand_slopes as demand_slopes,
)
from .panels import (
    boom_panel as boom_panel,
)
