"""How long builds take, and how many layouts fitting takes."""
