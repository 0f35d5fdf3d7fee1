"""Diffusion: how fast a new thing spreads among those who could use it."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
