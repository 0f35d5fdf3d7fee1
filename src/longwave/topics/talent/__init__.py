"""Talent: engineers who choose by yesterday's pay, and who pays for training."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
