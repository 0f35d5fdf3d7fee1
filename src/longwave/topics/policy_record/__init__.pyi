from .charts.money import (
    money_chart as money_chart,
)
from .charts.money import (
    plans_chart as plans_chart,
)
from .charts.trees import (
    tree_chart as tree_chart,
)
from .models.bargains import (
    bills_made as bills_made,
)
from .models.bargains import (
    rider_tree as rider_tree,
)
from .models.bargains import (
    solve as solve,
)
from .models.bargains import (
    threat_tree as threat_tree,
)
from .models.coders import (
    alike_by_chance as alike_by_chance,
)
from .models.coders import (
    kappa_table as kappa_table,
)
from .models.stages import (
    coded_record as coded_record,
)
from .models.stages import (
    furthest_stage as furthest_stage,
)
from .models.stages import (
    levers_by_means as levers_by_means,
)
from .models.stages import (
    months_between as months_between,
)
from .models.votes import (
    switches_to_fail as switches_to_fail,
)
from .models.votes import (
    votes_needed as votes_needed,
)
from .panels import (
    threat_panel as threat_panel,
)
