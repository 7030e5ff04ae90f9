"""Reading reports in HTML."""
