"""One folder a subject: its models, charts, panels and tasks, and a face that hands on their names."""
