"""Mergers: along a chain, side by side, and of laboratories only; what each does to price, output and research."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
