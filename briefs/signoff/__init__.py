"""Signing off: what a person has read once, word for word, and what has changed since. No program judges it."""
