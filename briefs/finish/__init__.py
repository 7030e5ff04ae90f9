"""finish: what is left of a brief is numbered and completed: acronyms, end matter, clearance, origins."""
