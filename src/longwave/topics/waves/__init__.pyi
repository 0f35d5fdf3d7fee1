from .charts import (
    bands_chart as bands_chart,
)
from .charts import (
    datings_chart as datings_chart,
)
from .charts import (
    kept_chart as kept_chart,
)
from .charts import (
    sterman_chart as sterman_chart,
)
from .models.blind import (
    blind_round as blind_round,
)
from .models.blind import (
    blind_score as blind_score,
)
from .models.blind import (
    filtered_periods as filtered_periods,
)
from .models.blind import (
    random_walk as random_walk,
)
from .models.blind import (
    rule_score as rule_score,
)
from .models.filters import (
    band_pass as band_pass,
)
from .models.filters import (
    dominant_period as dominant_period,
)
from .models.filters import (
    hp_cutoff as hp_cutoff,
)
from .models.filters import (
    hp_gain as hp_gain,
)
from .models.filters import (
    hp_trend as hp_trend,
)
from .models.filters import (
    ideal_weight as ideal_weight,
)
from .models.sterman import (
    sterman_long_wave as sterman_long_wave,
)
from .models.sterman import (
    wave_period as wave_period,
)
from .models.wave_lengths import (
    dated_waves as dated_waves,
)
from .models.wave_lengths import (
    next_length as next_length,
)
from .models.wave_lengths import (
    trend_in_lengths as trend_in_lengths,
)
from .models.wave_lengths import (
    trends_by_author as trends_by_author,
)
from .models.wave_lengths import (
    wave_lengths as wave_lengths,
)
from .panels import (
    blind_panel as blind_panel,
)
from .panels import (
    dating_panel as dating_panel,
)
