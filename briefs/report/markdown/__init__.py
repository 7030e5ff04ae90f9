"""Reading reports in Markdown."""
