"""Four technological revolutions: the table of the paper, its slips, and its phases."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
