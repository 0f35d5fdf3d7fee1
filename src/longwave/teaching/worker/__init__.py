"""What runs inside the sandbox: the student's code, and what brings it there. The judge imports none of this."""
