"""The PDF rendition: laid out in pages, measured, written and made conformant."""
