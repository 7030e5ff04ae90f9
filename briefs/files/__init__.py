"""Files that people write: YAML with the line of every value, front matter, the listing of a folder."""
