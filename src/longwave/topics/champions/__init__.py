"""Champions: what a pick of firms can know, what luck looks like, and what a tilt does to those who are not picked."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
