"""Candidates for blocks: what rules find in a report that an editor may want, by the words of its language."""
