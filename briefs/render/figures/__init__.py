"""Drawing figures as SVG and as pictures in pixels."""
