"""Models of this topic, a module each."""
