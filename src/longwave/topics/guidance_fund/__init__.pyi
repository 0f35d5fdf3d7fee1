from .charts.contracts import (
    contract_chart as contract_chart,
)
from .charts.contracts import (
    equal_cost_chart as equal_cost_chart,
)
from .charts.deals import (
    deals_chart as deals_chart,
)
from .models.contracts import (
    cap_that_costs as cap_that_costs,
)
from .models.contracts import (
    certainty_equivalent as certainty_equivalent,
)
from .models.contracts import (
    fund_multiples as fund_multiples,
)
from .models.contracts import (
    mean_that_matches as mean_that_matches,
)
from .models.contracts import (
    score_contract as score_contract,
)
from .models.contracts import (
    share_out as share_out,
)
from .models.contracts import (
    tranche_that_costs as tranche_that_costs,
)
from .models.deals import (
    cash_flows as cash_flows,
)
from .models.deals import (
    forgone as forgone,
)
from .models.deals import (
    implied_values as implied_values,
)
from .models.deals import (
    share_after as share_after,
)
from .models.deals import (
    value_before as value_before,
)
from .models.returns import (
    annual_rate as annual_rate,
)
from .models.returns import (
    deal_spread as deal_spread,
)
from .models.returns import (
    falls_short as falls_short,
)
from .models.returns import (
    no_hit as no_hit,
)
from .models.returns import (
    rates_of_return as rates_of_return,
)
from .models.returns import (
    spread_of_mean as spread_of_mean,
)
from .panels import (
    contract_panel as contract_panel,
)
