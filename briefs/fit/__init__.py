"""fit: a brief is cut until it keeps its page budget. Composing, finishing and layout are passed in as arguments."""
