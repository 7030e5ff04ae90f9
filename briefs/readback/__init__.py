"""Readers of finished files. They share only the names of elements with the code that writes files: so they find its
mistakes."""
