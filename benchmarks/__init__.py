"""Benchmarks: how fast the course is, beside what a reader would use instead. Run them with `python -m benchmarks`."""
