"""Levers of policy: how they combine, where their ranking turns, and how a forecast of them is scored."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
