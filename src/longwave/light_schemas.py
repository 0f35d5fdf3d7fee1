"""Importing what brings jsonschema along, without a grammar that nothing here uses.

jsonschema's checks of formats pull in a grammar for international web addresses (`rfc3987_syntax`), which takes seconds
to build. jsonschema treats that package as optional, so it is hidden while jsonschema is imported, and only then.
"""

import importlib
import sys
from types import ModuleType

_GRAMMAR = "rfc3987_syntax"


def import_lightly(module: str) -> ModuleType:
    """Import a module; where jsonschema comes along for the first time, leave its slow grammar out.

    >>> import_lightly("jsonschema").__name__
    'jsonschema'
    """
    if "jsonschema" in sys.modules or _GRAMMAR in sys.modules:
        return importlib.import_module(module)
    # Python reads None here as "not to be imported"; the type of sys.modules leaves that out.
    sys.modules[_GRAMMAR] = None  # type: ignore[assignment]
    try:
        return importlib.import_module(module)
    finally:
        del sys.modules[_GRAMMAR]
