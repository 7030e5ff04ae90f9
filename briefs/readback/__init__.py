"""Readers of finished files. They share only names of elements with the code that writes files, and find its mistakes."""
