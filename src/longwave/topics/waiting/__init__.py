"""Waiting: why a firm puts off what pays, what a rent changes, and when a subsidy goes elsewhere."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
