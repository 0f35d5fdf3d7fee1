"""Platform and architecture: who should own a base, where a function should run, and how much to protect it."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
