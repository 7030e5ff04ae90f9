"""Signatures on PDFs (PAdES) and other files (CMS): made with a key of the project's owner, and checked.

pyHanko is imported inside functions only: it is an extra that only signing and checking need.
"""
