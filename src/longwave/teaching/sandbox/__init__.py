"""The sandbox: what the student's code runs in, and how it is started. Nothing here runs that code."""
