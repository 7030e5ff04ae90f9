"""finish: what is left of a brief is completed: acronyms, numbers, end matter, clearance, origins."""
