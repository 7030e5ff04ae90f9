"""finish: after the cut, a brief is completed with acronyms, numbers, end matter, clearance and origins."""
