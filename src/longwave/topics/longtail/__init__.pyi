from .charts import (
    blocks_chart as blocks_chart,
)
from .charts import (
    plants_chart as plants_chart,
)
from .charts import (
    reach_chart as reach_chart,
)
from .models import (
    FORMS as FORMS,
)
from .models import (
    best_lot as best_lot,
)
from .models import (
    divide_range as divide_range,
)
from .models import (
    last_rank as last_rank,
)
from .models import (
    sales_by_rank as sales_by_rank,
)
from .models import (
    tail_share as tail_share,
)
from .models import (
    total_sales as total_sales,
)
from .panels import (
    reach_panel as reach_panel,
)
