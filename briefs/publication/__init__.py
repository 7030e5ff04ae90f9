"""Publishing: cleared editions as a static folder, of pages, files, a feed, checksums and redirects."""
