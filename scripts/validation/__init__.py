"""The parts of `make validate`: one module for each format, and the independent tools."""
