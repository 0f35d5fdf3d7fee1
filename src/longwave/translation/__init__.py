"""Notebooks in another language: what of them is text, and a copy in which it is translated."""
