from .charts.buyers import (
    least_share_chart as least_share_chart,
)
from .charts.buyers import (
    price_index_chart as price_index_chart,
)
from .charts.cards import (
    card_game_chart as card_game_chart,
)
from .charts.prices import (
    price_choice_chart as price_choice_chart,
)
from .charts.stick import (
    value_stick_chart as value_stick_chart,
)
from .models.buyers import (
    buyers_gain as buyers_gain,
)
from .models.buyers import (
    least_share as least_share,
)
from .models.buyers import (
    whole_surplus as whole_surplus,
)
from .models.cards import (
    average_by_arrival as average_by_arrival,
)
from .models.cards import (
    card_game as card_game,
)
from .models.cards import (
    turning_block as turning_block,
)
from .models.cards import (
    turning_weight as turning_weight,
)
from .models.sticks import (
    best_price as best_price,
)
from .models.sticks import (
    one_price as one_price,
)
from .models.sticks import (
    turning_second as turning_second,
)
from .models.sticks import (
    value_stick as value_stick,
)
from .panels import (
    value_stick_panel as value_stick_panel,
)
