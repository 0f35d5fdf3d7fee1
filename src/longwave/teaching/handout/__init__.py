"""What goes out to students: an exercise without answers and tests, checked for leaks, perhaps with own numbers."""
