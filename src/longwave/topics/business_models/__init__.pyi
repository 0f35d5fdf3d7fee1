from .charts import (
    batch_chart as batch_chart,
)
from .charts import (
    break_even_chart as break_even_chart,
)
from .charts import (
    rungs_chart as rungs_chart,
)
from .charts import (
    services_chart as services_chart,
)
from .models.coding import (
    chance_agreement as chance_agreement,
)
from .models.coding import (
    cohen_kappa as cohen_kappa,
)
from .models.coding import (
    compare_coding as compare_coding,
)
from .models.coding import (
    confusion as confusion,
)
from .models.coding import (
    percent_agreement as percent_agreement,
)
from .models.newsvendor import (
    best_batch as best_batch,
)
from .models.newsvendor import (
    break_even_cost as break_even_cost,
)
from .models.newsvendor import (
    critical_ratio as critical_ratio,
)
from .models.newsvendor import (
    made_to_order_profit as made_to_order_profit,
)
from .models.newsvendor import (
    value_of_perfect_information as value_of_perfect_information,
)
from .models.services import (
    bundling as bundling,
)
from .models.services import (
    price_list_profit as price_list_profit,
)
from .panels import (
    made_to_order_panel as made_to_order_panel,
)
