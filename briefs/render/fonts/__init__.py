"""The bundled fonts: the characters that they have, and the widths of texts."""
