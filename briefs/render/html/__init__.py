"""The HTML rendition, and the page that the PDF is laid out from."""
