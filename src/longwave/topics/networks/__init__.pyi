from .charts.losses import (
    losses_chart as losses_chart,
)
from .charts.networks import (
    chain_chart as chain_chart,
)
from .charts.networks import (
    participation_chart as participation_chart,
)
from .charts.reliability import (
    reliability_chart as reliability_chart,
)
from .models.needs import (
    direct_buyers as direct_buyers,
)
from .models.needs import (
    losses as losses,
)
from .models.needs import (
    lost_with as lost_with,
)
from .models.needs import (
    read_needs as read_needs,
)
from .models.needs import (
    with_twins as with_twins,
)
from .models.networks import (
    ORDERS as ORDERS,
)
from .models.networks import (
    degrees as degrees,
)
from .models.networks import (
    link_share as link_share,
)
from .models.networks import (
    preferential_attachment as preferential_attachment,
)
from .models.networks import (
    random_network as random_network,
)
from .models.networks import (
    removal_order as removal_order,
)
from .models.networks import (
    stepwise_worst as stepwise_worst,
)
from .models.networks import (
    workshop_chain as workshop_chain,
)
from .models.percolation import (
    critical_removal as critical_removal,
)
from .models.percolation import (
    degree_spread as degree_spread,
)
from .models.percolation import (
    giant_component_share as giant_component_share,
)
from .models.percolation import (
    giant_share_of_degrees as giant_share_of_degrees,
)
from .models.percolation import (
    largest_part as largest_part,
)
from .models.percolation import (
    part_sizes as part_sizes,
)
from .models.percolation import (
    percolation as percolation,
)
from .models.production import (
    critical_reliability as critical_reliability,
)
from .models.production import (
    firm_reliability as firm_reliability,
)
from .models.production import (
    hypothetical_extraction as hypothetical_extraction,
)
from .models.production import (
    leontief_output as leontief_output,
)
from .models.production import (
    o_ring as o_ring,
)
from .models.production import (
    reliable_output as reliable_output,
)
from .models.production import (
    simulated_output as simulated_output,
)
from .models.removal import (
    removal_curves as removal_curves,
)
from .models.restart import (
    both_fail as both_fail,
)
from .models.restart import (
    kept_output as kept_output,
)
from .models.restart import (
    restart_path as restart_path,
)
from .models.restart import (
    settled_output as settled_output,
)
from .models.restart import (
    tipping_output as tipping_output,
)
from .panels import (
    participation_panel as participation_panel,
)
from .panels import (
    reliability_panel as reliability_panel,
)
