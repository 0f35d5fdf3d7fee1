from .charts import (
    coders_chart as coders_chart,
)
from .charts import (
    record_chart as record_chart,
)
from .models import (
    coded_record as coded_record,
)
from .models import (
    filtered as filtered,
)
from .models import (
    furthest_stage as furthest_stage,
)
from .models import (
    kappa_table as kappa_table,
)
from .models import (
    levers_by_means as levers_by_means,
)
from .models import (
    months_between as months_between,
)
from .models import (
    shuffled_kappas as shuffled_kappas,
)
from .panels import (
    record_panel as record_panel,
)
