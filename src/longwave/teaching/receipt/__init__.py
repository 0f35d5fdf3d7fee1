"""A receipt for the student: what collecting and grading will find in a file, said before it is handed in."""
