"""The shop floor: queues, breakdowns, maintenance, and a workshop event by event."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
