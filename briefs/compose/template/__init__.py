"""A brief's template: its calls, its Markdown, and its mistakes."""
