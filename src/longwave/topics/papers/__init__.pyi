from .charts import (
    hours_chart as hours_chart,
)
from .charts import (
    products_chart as products_chart,
)
from .charts import (
    reading_chart as reading_chart,
)
from .models.averages import (
    rest_mean as rest_mean,
)
from .models.averages import (
    share_for_mean as share_for_mean,
)
from .models.ranges import (
    ranges_of_a_reader as ranges_of_a_reader,
)
from .models.rounding import (
    compare_product as compare_product,
)
from .models.rounding import (
    compare_products as compare_products,
)
from .models.rounding import (
    printed_interval as printed_interval,
)
from .models.rounding import (
    printed_value as printed_value,
)
from .models.rounding import (
    whole_from_share as whole_from_share,
)
from .panels import (
    reading_panel as reading_panel,
)
