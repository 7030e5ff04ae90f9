"""audit: what becomes of each block and passage in all briefs of a report, as values and as one page."""
