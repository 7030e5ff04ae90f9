"""Reports in plain text: each line is a paragraph, heading or list item; the hints say which."""
