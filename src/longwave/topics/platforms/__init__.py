"""Platforms and information: two-sided prices, reviews, and messages that get worse by every hop."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
