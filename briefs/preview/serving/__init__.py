"""The server: what the browser asks, from this machine alone. Nothing here loads what takes time."""
