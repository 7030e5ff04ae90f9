"""Reports in plain text: one line is one paragraph, heading or list item; the hints say what the lines are."""
