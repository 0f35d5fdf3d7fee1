"""Selection: shares that follow fitness, and an industry that changes by it."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
