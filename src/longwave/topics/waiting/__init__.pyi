from .charts.audits import (
    bound_chart as bound_chart,
)
from .charts.audits import (
    kinds_chart as kinds_chart,
)
from .charts.firms import (
    firms_chart as firms_chart,
)
from .charts.firms import (
    outcome as outcome,
)
from .charts.option import (
    payback_chart as payback_chart,
)
from .models.audits import (
    fewest_errors as fewest_errors,
)
from .models.audits import (
    half_payback as half_payback,
)
from .models.audits import (
    kinds_apart as kinds_apart,
)
from .models.audits import (
    overstated as overstated,
)
from .models.audits import (
    plant_advice as plant_advice,
)
from .models.audits import (
    share_as_good as share_as_good,
)
from .models.cloud import (
    adopters as adopters,
)
from .models.cloud import (
    largest_setup as largest_setup,
)
from .models.cloud import (
    own_trigger as own_trigger,
)
from .models.cloud import (
    rent_trigger as rent_trigger,
)
from .models.copies import (
    entry as entry,
)
from .models.copies import (
    free_and_best as free_and_best,
)
from .models.inspection import (
    diverters as diverters,
)
from .models.inspection import (
    monitoring_bound as monitoring_bound,
)
from .models.inspection import (
    total_loss as total_loss,
)
from .models.option import (
    chance_to_invest as chance_to_invest,
)
from .models.option import (
    longest_payback as longest_payback,
)
from .models.option import (
    required_sigma as required_sigma,
)
from .models.option import (
    roots as roots,
)
from .models.option import (
    waiting_multiple as waiting_multiple,
)
from .panels import (
    waiting_panel as waiting_panel,
)
