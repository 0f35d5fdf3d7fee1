"""Problem sets: tasks that belong to no lesson, since a reader must choose whose models to use."""
