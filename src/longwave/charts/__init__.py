"""Charts: pure functions from tidy numbers to `altair.Chart`. Importing this package makes Altair ready, quickly.

Altair's schema check pulls in a grammar for international web addresses (`rfc3987_syntax`) that no chart uses.
It costs two thirds of the import. jsonschema treats that package as optional, so it is hidden for the time being.
"""

import sys

if "jsonschema" not in sys.modules and "rfc3987_syntax" not in sys.modules:
    sys.modules["rfc3987_syntax"] = None
    import altair  # noqa: F401

    del sys.modules["rfc3987_syntax"]
