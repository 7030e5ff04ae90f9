"""Block templates: how blocks look, and how the HTML that they print is read."""
