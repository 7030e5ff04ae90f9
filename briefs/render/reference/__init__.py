"""Reference documents: the look of Word files."""
