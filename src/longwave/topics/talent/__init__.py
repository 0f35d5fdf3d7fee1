"""Talent: engineers who choose a course by today's pay and graduate into tomorrow's."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
