"""Long waves: filters that find or make them, tests of their lengths, and an economy that makes them."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
