"""Charts: pure functions from tidy numbers to `altair.Chart`. Importing this package makes Altair ready, quickly."""

from longwave.light_schemas import import_lightly

import_lightly("altair")
