"""Numbers of each student's own: drawing them, putting them into a notebook, remembering them, giving them out."""

from longwave.teaching.handout.variants.drawing import draw, numbers_of, personal
from longwave.teaching.handout.variants.step import VariantReport, variant

__all__ = ["VariantReport", "draw", "numbers_of", "personal", "variant"]
