"""Allies and rivals: a denied supply, subsidy races and treaties, standards, and what the cases of Part III share."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
