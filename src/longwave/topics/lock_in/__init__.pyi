from .charts import (
    feedback_chart as feedback_chart,
)
from .charts import (
    histories_chart as histories_chart,
)
from .models.lock_in import (
    adopted_shares as adopted_shares,
)
from .models.lock_in import (
    adoption_histories as adoption_histories,
)
from .models.lock_in import (
    lock_in_probability as lock_in_probability,
)
from .models.lock_in import (
    lock_in_time as lock_in_time,
)
from .models.urns import (
    polya_count_probability as polya_count_probability,
)
from .models.urns import (
    polya_share_below as polya_share_below,
)
from .models.urns import (
    polya_urn as polya_urn,
)
from .models.urns import (
    urn_histories as urn_histories,
)
from .panels import (
    histories_panel as histories_panel,
)
