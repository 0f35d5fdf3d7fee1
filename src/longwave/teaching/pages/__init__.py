"""Pages for a browser: their templates, and how one is filled."""
