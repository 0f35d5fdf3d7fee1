from .charts.dates import (
    dates_chart as dates_chart,
)
from .charts.forecast import (
    forecast_chart as forecast_chart,
)
from .charts.hedgehog import (
    hedgehog_chart as hedgehog_chart,
)
from .charts.hedgehog import (
    ranges_chart as ranges_chart,
)
from .charts.twins import (
    twins_chart as twins_chart,
)
from .models.adoption import (
    fit_threshold as fit_threshold,
)
from .models.adoption import (
    threshold_sales as threshold_sales,
)
from .models.bass import (
    bass as bass,
)
from .models.bass import (
    bass_errors as bass_errors,
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
    log_score as log_score,
)
from .models.forecasts import (
    market_profile as market_profile,
)
from .models.forecasts import (
    nearly_as_good as nearly_as_good,
)
from .models.hidden import (
    hidden_fit as hidden_fit,
)
from .models.hidden import (
    sales_record as sales_record,
)
from .models.households import (
    adoption_times as adoption_times,
)
from .models.households import (
    bend as bend,
)
from .models.households import (
    date_trend as date_trend,
)
from .models.households import (
    household_shares as household_shares,
)
from .models.origins import (
    log_errors as log_errors,
)
from .models.origins import (
    stock_forecasts as stock_forecasts,
)
from .models.origins import (
    stock_ranges as stock_ranges,
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
    dates_panel as dates_panel,
)
from .panels import (
    forecast_panel as forecast_panel,
)
