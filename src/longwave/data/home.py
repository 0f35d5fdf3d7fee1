"""Where the reader's own data live: progress, and refreshed copies of datasets."""

import os
from pathlib import Path


def readers_folder() -> Path:
    """Return the folder named by LONGWAVE_HOME, else the one where the system keeps such data."""
    named = os.environ.get("LONGWAVE_HOME")
    if named:
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_data_path("longwave", appauthor=False)
