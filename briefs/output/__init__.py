"""write: what was built, put into `build/` in one step, with its manifest."""
