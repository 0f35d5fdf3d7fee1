"""Charts of the shop floor."""
