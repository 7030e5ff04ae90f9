"""check: what a build can hold against blocks, briefs and files. Checks return diagnostics and never raise."""
