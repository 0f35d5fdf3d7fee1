from .charts import (
    capture_chart as capture_chart,
)
from .charts import (
    confidence_chart as confidence_chart,
)
from .charts import (
    licence_choice_chart as licence_choice_chart,
)
from .charts import (
    simplex_chart as simplex_chart,
)
from .models.contracts import (
    confidence_crossing as confidence_crossing,
)
from .models.contracts import (
    rival_licences as rival_licences,
)
from .models.core import (
    EmptyCoreError as EmptyCoreError,
)
from .models.core import (
    core_bounds as core_bounds,
)
from .models.core import (
    core_vertices as core_vertices,
)
from .models.core import (
    is_in_core as is_in_core,
)
from .models.core import (
    largest_excess as largest_excess,
)
from .models.core import (
    least_core_excess as least_core_excess,
)
from .models.famous_games import (
    airport_cost_game as airport_cost_game,
)
from .models.famous_games import (
    airport_game as airport_game,
)
from .models.famous_games import (
    bankruptcy_game as bankruptcy_game,
)
from .models.famous_games import (
    card_game_as_game as card_game_as_game,
)
from .models.famous_games import (
    glove_game as glove_game,
)
from .models.famous_games import (
    licensing_game as licensing_game,
)
from .models.famous_games import (
    three_player_game as three_player_game,
)
from .models.famous_games import (
    weighted_voting_game as weighted_voting_game,
)
from .models.game import (
    Game as Game,
)
from .models.nucleolus import (
    nucleolus as nucleolus,
)
from .models.shapley import (
    added_value as added_value,
)
from .models.shapley import (
    banzhaf_index as banzhaf_index,
)
from .models.shapley import (
    shapley_value as shapley_value,
)
from .panels import (
    licensing_panel as licensing_panel,
)
from .panels import (
    simplex_panel as simplex_panel,
)
