"""From laboratory to market: where results are lost, whose they are, and what a count that pays does."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
