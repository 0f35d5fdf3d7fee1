"""A public fund with private money in it: what a contract costs, whose risk it bears, and what a return says."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
