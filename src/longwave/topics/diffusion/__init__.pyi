from .charts.diffusion import (
    takeover_chart as takeover_chart,
)
from .charts.diffusion import (
    twins_chart as twins_chart,
)
from .charts.forecast import (
    forecast_chart as forecast_chart,
)
from .models.adoption import (
    epidemic_time as epidemic_time,
)
from .models.adoption import (
    fit_threshold as fit_threshold,
)
from .models.adoption import (
    mansfield_rate as mansfield_rate,
)
from .models.adoption import (
    threshold_sales as threshold_sales,
)
from .models.adoption import (
    threshold_time as threshold_time,
)
from .models.bass import (
    bass as bass,
)
from .models.bass import (
    bass_peak as bass_peak,
)
from .models.bass import (
    fit_bass as fit_bass,
)
from .models.bass import (
    fit_bass_with_market as fit_bass_with_market,
)
from .models.bass import (
    ols_bass as ols_bass,
)
from .models.forecasts import (
    hidden_futures as hidden_futures,
)
from .models.forecasts import (
    interval_score as interval_score,
)
from .models.forecasts import (
    market_profile as market_profile,
)
from .models.forecasts import (
    nearly_as_good as nearly_as_good,
)
from .models.substitution import (
    fisher_pry as fisher_pry,
)
from .models.substitution import (
    fit_fisher_pry as fit_fisher_pry,
)
from .models.substitution import (
    logistic as logistic,
)
from .panels import (
    forecast_panel as forecast_panel,
)
