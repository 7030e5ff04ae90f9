"""fit: a brief is cut until it keeps its page budget. What composes, finishes and lays out comes as arguments."""
