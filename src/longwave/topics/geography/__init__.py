"""Spread and backwash: where industry gathers, who makes what others use, and whom a boom pulls or drains."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
