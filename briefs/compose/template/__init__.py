"""A brief's template: its calls, its Markdown, and what is wrong with it."""
