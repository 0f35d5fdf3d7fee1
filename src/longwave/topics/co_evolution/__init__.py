"""Co-evolution: technology, industry and rules that move each other, and how coupling is measured."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
