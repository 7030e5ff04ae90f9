"""Answers to what the page asks: pure functions from what the workshop holds to the values in `shown/`."""
