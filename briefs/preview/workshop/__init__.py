"""The project in memory: what it was last built from, and the last good state of each brief."""
