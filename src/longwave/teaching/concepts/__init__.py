"""The concept test: the same questions before and after the course, and what was gained."""
