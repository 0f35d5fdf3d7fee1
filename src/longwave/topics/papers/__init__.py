"""Reading a printed number: products, rounding and averages, and the money cell that lesson 00 reads in four ways."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
