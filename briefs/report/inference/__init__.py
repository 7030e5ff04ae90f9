"""Inferring what the lines of a plain text without markup are."""
