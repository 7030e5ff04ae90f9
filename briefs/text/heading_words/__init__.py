"""The words by which headings, contents lists and captions are known, by language: one YAML file each."""
