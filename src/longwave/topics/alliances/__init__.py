"""Allies and rivals: subsidy races, standards that must agree, and treaties."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
