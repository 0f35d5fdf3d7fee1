"""Which answers of a class have passages in common: shown side by side for a person to read, without a verdict."""
