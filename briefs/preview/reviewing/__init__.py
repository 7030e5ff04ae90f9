"""Proposals of `briefs review` in the page: what is open, what the report says, and deciding as in the terminal."""
