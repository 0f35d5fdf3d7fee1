"""New business models: made to order, the hour in place of the machine, trials, and how cases are coded."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
