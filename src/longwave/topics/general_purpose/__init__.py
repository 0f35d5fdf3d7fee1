"""General-purpose technologies: who pays for the base, when it pays, and whether its birth shows in numbers."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
