"""Readers of finished files. They share nothing with the code that writes files, so that they find its mistakes."""
