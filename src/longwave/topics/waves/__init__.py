"""Long waves: real series against chance, tests of dated lengths, phases, and an economy that makes a wave."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
