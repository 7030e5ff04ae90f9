"""The engine that lays out and draws: WeasyPrint, loaded with the bundled fonts only, and its system libraries."""
