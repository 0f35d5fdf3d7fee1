from .charts.films import (
    rounding_chart as rounding_chart,
)
from .charts.platforms import (
    seesaw_chart as seesaw_chart,
)
from .charts.reviews import (
    hops_chart as hops_chart,
)
from .charts.reviews import (
    reviews_chart as reviews_chart,
)
from .models.information import (
    channel_cascade as channel_cascade,
)
from .models.information import (
    fair_cut as fair_cut,
)
from .models.information import (
    majority_error as majority_error,
)
from .models.information import (
    praise_rates as praise_rates,
)
from .models.information import (
    reading_errors as reading_errors,
)
from .models.information import (
    seen_accuracy as seen_accuracy,
)
from .models.information import (
    tipping_fakes as tipping_fakes,
)
from .models.platforms import (
    armstrong_prices as armstrong_prices,
)
from .models.platforms import (
    rochet_tirole_prices as rochet_tirole_prices,
)
from .models.pooling import (
    learning_error as learning_error,
)
from .models.pooling import (
    report_noise as report_noise,
)
from .models.pooling import (
    report_worth as report_worth,
)
from .models.pooling import (
    toolkit_skill as toolkit_skill,
)
from .models.pooling import (
    turning_spread as turning_spread,
)
from .models.reviews import (
    harmful_prior as harmful_prior,
)
from .panels import (
    review_panel as review_panel,
)
from .panels import (
    seesaw_panel as seesaw_panel,
)
