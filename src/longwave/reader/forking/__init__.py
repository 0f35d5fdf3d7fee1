"""Kernels that are forked from a process which has imported the course already: an option of a class hub, on Linux."""
