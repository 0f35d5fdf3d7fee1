"""Lock-in: how early adopters decide for the later ones, and urns that remember."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
