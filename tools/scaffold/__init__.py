"""The texts that `python -m tools.new_lesson` starts a lesson from: an invented example that follows every rule."""
