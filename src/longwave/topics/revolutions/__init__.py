"""Technological revolutions: surges and their phases, two capitals, gradual series, and the paper's table."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
