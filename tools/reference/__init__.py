"""The reference pages in docs/reference, made from what src says: read by griffe, nothing is imported."""
