"""Charts of this topic, a module each."""
