"""Taking a new report in: what it says of itself, guessed with evidence, and the files of its folder."""
