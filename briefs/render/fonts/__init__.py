"""The bundled fonts: what they can print, and how wide."""
