"""Render: one Document to HTML, PDF and Word."""
