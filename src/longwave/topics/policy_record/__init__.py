"""The policy record: stages of bills and laws, votes, threats and riders, and coders who agree or not."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
