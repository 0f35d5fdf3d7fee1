"""Longwave: how digital technology creates value in manufacturing, and who captures it.

The package is the small library under the notebooks. Importing it loads nothing heavy: each part is imported
where it is used, so that the `longwave` command answers at once.
"""

__version__ = "0.1.0"
