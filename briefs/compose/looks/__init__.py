"""Block templates: how blocks look, and the reading of the HTML that they print."""
