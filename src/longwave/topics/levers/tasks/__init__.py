"""Tasks of the lessons on this topic, a module each. The sandbox that grades hides this folder: it has the answers."""
