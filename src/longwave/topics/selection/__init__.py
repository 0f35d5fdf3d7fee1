"""Selection: who replaces whom, what that does to a mean, and when competition brings innovation."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
