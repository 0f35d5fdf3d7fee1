"""Grading on the machines of a Dask cluster: content travels, results come back, and the gradebook stays here."""
