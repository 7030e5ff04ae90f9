"""The folder of a distribution: copies, messages, the register, checksums, and a list to print."""
