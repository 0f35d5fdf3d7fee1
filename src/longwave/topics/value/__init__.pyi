from .charts import (
    card_game_chart as card_game_chart,
)
from .charts import (
    value_stick_chart as value_stick_chart,
)
from .models import (
    card_game as card_game,
)
from .models import (
    value_stick as value_stick,
)
from .panels import (
    value_stick_panel as value_stick_panel,
)
