"""Editing blocks in the page: what can be changed, what the checks would say, saving, and new candidates."""
