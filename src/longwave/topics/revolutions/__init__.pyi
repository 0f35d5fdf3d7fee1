from .charts.alarms import alarms_chart as alarms_chart
from .charts.kinks import kinks_chart as kinks_chart
from .charts.revolutions import (
    repairs_chart as repairs_chart,
)
from .charts.revolutions import (
    table_in_english as table_in_english,
)
from .charts.revolutions_timeline import (
    timeline_chart as timeline_chart,
)
from .charts.surges import fields_chart as fields_chart
from .charts.surges import surges_chart as surges_chart
from .models.alarms import gains_of_best_cut as gains_of_best_cut
from .models.alarms import random_rows as random_rows
from .models.alarms import shaken_rows as shaken_rows
from .models.kinks import best_kink as best_kink
from .models.kinks import kinks_by_start as kinks_by_start
from .models.lags import lag_scores as lag_scores
from .models.surges import chance_of_likeness as chance_of_likeness
from .models.surges import surge_lengths as surge_lengths
from .models.table import (
    cut_scores as cut_scores,
)
from .models.table import (
    gaps as gaps,
)
from .models.table import (
    phases as phases,
)
from .models.table import (
    shift_scores as shift_scores,
)
from .models.table import (
    years_at_home as years_at_home,
)
from .models.two_capitals import crash as crash
from .models.two_capitals import reach as reach
from .models.two_capitals import reach_of_fall as reach_of_fall
from .models.two_capitals import surge_path as surge_path
from .panels import capitals_panel as capitals_panel
from .panels import (
    revolutions_panel as revolutions_panel,
)
