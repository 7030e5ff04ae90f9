"""Verifying: what a file that turns up is, and whether it is still as it was sent."""
