"""What comes in from students: downloads of learning platforms, and the notebooks in them."""
