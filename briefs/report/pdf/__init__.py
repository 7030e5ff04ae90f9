"""Reading reports in PDF."""
