"""What `make validate` is made of: one module for each format, and the tools that others wrote."""
