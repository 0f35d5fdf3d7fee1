"""The theories of the course, one a module. They know nothing of charts, widgets, files or languages."""
